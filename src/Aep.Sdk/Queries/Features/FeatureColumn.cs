namespace Aep.Sdk.Queries;

/// <summary>A column of a feature query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it has.</param>
/// <param name="Source">The field, or the type of events.</param>
internal sealed record FeatureColumn(string Name, FeatureKind Kind, string Source);
