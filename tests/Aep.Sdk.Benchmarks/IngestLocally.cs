using System.Diagnostics;
using Aep.Sdk.Datasets;
using Aep.Sdk.Ingestion;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Benchmarks;

/// <summary>
/// Ingests events into the local platform, which checks each against its schema and writes Parquet, and says how long all of it takes.
/// </summary>
internal static class IngestLocally
{
    public static async Task RunAsync(int rows)
    {
        await using LocalPlatform platform = await LocalPlatform.StartAsync();
        await using var aep = new AepClient(platform.Options);
        AppliedSchema applied =
            await aep.Schemas.ApplyAsync(XdmSchema.From(LocalEventJson.Default.LocalEvent, "Benchmark events", XdmClasses.ExperienceEvent));
        Dataset dataset = await aep.Datasets.CreateAsync(new DatasetDefinition("Benchmark events", applied.Schema.Id));
        var clock = Stopwatch.StartNew();
        var sent = new LastSent(clock);
        IngestionResult result = await aep.Ingestion.IngestAsync(
            dataset.Id, Enumerable.Range(0, rows).Select(LocalEvent.Number).ToAsyncEnumerable(), LocalEventJson.Default.LocalEvent,
            new IngestionOptions { MaxBatchBytes = 64 * 1024 * 1024, Progress = sent });
        double seconds = clock.Elapsed.TotalSeconds;
        if (result.Records != rows)
            throw new InvalidOperationException($"{result.Records} of {rows} events are in the dataset: the figures mean nothing.");
        using var self = Process.GetCurrentProcess();
        double megabytes = result.Bytes / 1e6;
        Console.WriteLine(
            $"{rows:N0} events, {result.Bytes / rows} bytes each, {megabytes:0} MB in {result.Batches.Count} batches: "
            + $"sent after {sent.At.TotalSeconds:0.0} s, in the dataset after {seconds:0.0} s ({megabytes / seconds:0.0} MB/s)");
        Console.WriteLine(
            $"the client's process: peak memory {self.PeakWorkingSet64 / 1e6:0} MB, processor time {self.TotalProcessorTime.TotalSeconds:0.0} s");
    }

    private sealed class LastSent(Stopwatch clock) : IProgress<IngestionProgress>
    {
        private long _records;

        public TimeSpan At { get; private set; }

        public void Report(IngestionProgress value)
        {
            if (value.RecordsSent > _records)
                (_records, At) = (value.RecordsSent, clock.Elapsed);
        }
    }
}
