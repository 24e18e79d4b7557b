using System.Collections.Concurrent;

namespace Aep.Sdk.Ingestion;

/// <summary>Counts what several uploads at once have done.</summary>
internal sealed class IngestionTally(IProgress<IngestionProgress>? progress)
{
    private readonly ConcurrentQueue<string> _batches = new();
    private long _records;
    private int _processed;

    public void Sent(string batchId, int records)
    {
        _batches.Enqueue(batchId);
        Interlocked.Add(ref _records, records);
        Report();
    }

    public void Processed()
    {
        Interlocked.Increment(ref _processed);
        Report();
    }

    public IngestionResult Result() => new(_records, [.. _batches]);

    private void Report() => progress?.Report(new IngestionProgress(Interlocked.Read(ref _records), _batches.Count, Volatile.Read(ref _processed)));
}
