namespace Aep.Sdk.Segmentation;

/// <summary>Why an estimate failed.</summary>
/// <param name="Description">What happened.</param>
public sealed record EstimateError(string? Description);
