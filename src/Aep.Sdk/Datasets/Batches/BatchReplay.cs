namespace Aep.Sdk.Datasets;

/// <summary>The batches that a batch takes the place of.</summary>
/// <param name="Predecessors">Their ids.</param>
/// <param name="Reason">Why.</param>
public sealed record BatchReplay(IReadOnlyList<string> Predecessors, string? Reason = null);
