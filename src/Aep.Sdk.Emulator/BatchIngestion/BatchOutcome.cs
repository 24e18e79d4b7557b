namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>
/// How a batch ended. <see cref="Records"/> were read; <see cref="Errors"/> holds the first of the rows that were refused.
/// </summary>
internal sealed record BatchOutcome(string Status, long Records, IReadOnlyList<RowError> Errors)
{
    /// <summary>Rows that were refused.</summary>
    public long Failed { get; init; }

    /// <summary>Rows that are in the lake.</summary>
    public long Written => Status == BatchStatus.Success ? Records - Failed : 0;

    /// <summary>What stands at the batch as its errors.</summary>
    public IReadOnlyList<BatchError> BatchErrors { get; init; } = [];

    /// <summary>Id of the commit; null when nothing was written.</summary>
    public long? SnapshotId { get; init; }

    /// <summary>Sizes and counts, as the batch shows them.</summary>
    public BatchMetrics Metrics { get; init; } = new(0, 0, 0, 0);
}
