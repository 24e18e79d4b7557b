using System.Diagnostics;
using Aep.Sdk.Ingestion;

namespace Aep.Sdk.Benchmarks;

/// <summary>Stands at the time when the last file was answered, which is when rows or files, but not batches, have moved on.</summary>
internal sealed class SendingClock : IProgress<IngestionProgress>
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Lock _lock = new();
    private (int Sent, int Processed) _batches;

    public double Seconds { get; private set; }

    public void Report(IngestionProgress value)
    {
        lock (_lock)
        {
            if (_batches == (value.BatchesSent, value.BatchesProcessed))
                Seconds = Stopwatch.GetElapsedTime(_start).TotalSeconds;
            _batches = (value.BatchesSent, value.BatchesProcessed);
        }
    }
}
