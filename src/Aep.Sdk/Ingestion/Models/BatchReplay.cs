namespace Aep.Sdk.Ingestion;

/// <summary>What a batch replaces.</summary>
/// <param name="Predecessors">Ids of the batches whose rows leave the dataset when the new batch succeeds.</param>
public sealed record BatchReplay(IReadOnlyList<string> Predecessors)
{
    /// <summary>Why; AEP's own word is <c>replace</c>.</summary>
    public string Reason { get; init; } = "replace";
}
