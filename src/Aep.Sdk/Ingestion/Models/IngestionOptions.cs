namespace Aep.Sdk.Ingestion;

/// <summary>How rows are sent.</summary>
public sealed record IngestionOptions
{
    /// <summary>AEP's limit for a file that is sent in one request: 256 MB.</summary>
    public const int MaxFileBytes = 256 * 1024 * 1024;

    /// <summary>A batch is closed at this number of rows.</summary>
    public int RecordsPerBatch { get; init; } = 50_000;

    /// <summary>A batch is closed before it grows beyond this size. Memory is bounded by this times <see cref="MaxParallelBatches"/>.</summary>
    public int MaxBatchBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>How many batches are sent at once.</summary>
    public int MaxParallelBatches { get; init; } = 4;

    /// <summary>Told of rows that were sent and of batches that are processed.</summary>
    public IProgress<IngestionProgress>? Progress { get; init; }
}
