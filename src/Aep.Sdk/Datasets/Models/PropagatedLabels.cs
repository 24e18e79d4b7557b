namespace Aep.Sdk.Datasets;

/// <summary>The labels that have come over to a derived dataset.</summary>
/// <param name="Dataset">The labels of the derived dataset as a whole.</param>
/// <param name="Columns">The labels that have come over to fields of its schema, with their container: <c>core/C2</c>.</param>
public sealed record PropagatedLabels(DatasetLabels Dataset, IReadOnlyList<FieldLabels> Columns);
