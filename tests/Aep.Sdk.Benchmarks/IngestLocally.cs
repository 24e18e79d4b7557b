using System.Diagnostics;
using System.Text.Json;
using Aep.Sdk.Datasets;
using Aep.Sdk.Ingestion;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Benchmarks;

/// <summary>
/// Ingests events into the local platform, which checks each against its schema and writes Parquet; and by turns has a bare client send it
/// as many bytes, made before, in as many files and batches. Compared are the times until the last file is answered and until all of it is
/// in the dataset.
/// </summary>
internal static class IngestLocally
{
    private const int Turns = 3;
    private const int FilesOfBatch = 1_500;

    private static readonly LocalEvent[] Events = [.. Enumerable.Range(0, 1_000).Select(LocalEvent.Number)];
    private static readonly byte[] Block = Lines();

    // Whole blocks, so that both clients cut the same files.
    private static readonly int FileBytes = 4 * 1024 * 1024 / Block.Length * Block.Length;

    public static async Task RunAsync(int rows)
    {
        if (rows % Events.Length != 0)
            throw new ArgumentOutOfRangeException(nameof(rows), rows, $"A multiple of {Events.Length}, so that both send the same events.");
        long bytes = rows / Events.Length * (long)Block.Length;
        await using LocalPlatform platform = await LocalPlatform.StartAsync();
        await using var aep = new AepClient(platform.Options);
        AppliedSchema applied =
            await aep.Schemas.ApplyAsync(XdmSchema.From(LocalEventJson.Default.LocalEvent, "Benchmark events", XdmClasses.ExperienceEvent));
        Dataset dataset = await aep.Datasets.CreateAsync(new DatasetDefinition("Benchmark events", applied.Schema.Id));
        using HttpClient http = await platform.BareAsync();
        var bare = new BareBatches(http, aep, dataset.Id, Block, FileBytes, FilesOfBatch);

        await SdkAsync(aep, dataset.Id, rows, bytes);
        using var self = Process.GetCurrentProcess();
        string memory = $"peak memory of the client's process after its first run {self.PeakWorkingSet64 / 1e6:0} MB";
        List<double> bareSent = [], sdkSent = [];
        Side[] sides =
        [
            new("bare HttpClient, bytes made before", () => ProcessedAsync(bare.SendAsync(bytes), bareSent)),
            new("Aep.Sdk, IngestAsync", () => ProcessedAsync(SdkAsync(aep, dataset.Id, rows, bytes), sdkSent)),
        ];
        await Side.MeasureAsync(sides, Turns);
        Console.WriteLine(
            $"{rows:N0} events, {bytes / rows} bytes each, {bytes / 1e6:0} MB, {Turns} turns, until all of it is in the dataset");
        foreach (Side side in sides)
            Console.WriteLine(side.Describe(bytes / 1e6, sides[0]));
        // Without the turn that does not count.
        (double bareSeconds, double sdkSeconds) = (Side.Middle(bareSent.Skip(1)), Side.Middle(sdkSent.Skip(1)));
        Console.WriteLine(
            $"of that, until the last file is answered: bare {bytes / 1e6 / bareSeconds:0} MB/s, Aep.Sdk {bytes / 1e6 / sdkSeconds:0} MB/s, "
            + $"ratio {bareSeconds / sdkSeconds:0.00}");
        Console.WriteLine(memory);
    }

    private static async Task<(TimeSpan Sent, TimeSpan Processed)> SdkAsync(AepClient aep, string datasetId, int rows, long bytes)
    {
        var clock = Stopwatch.StartNew();
        var sent = new LastSent(clock);
        IngestionResult result = await aep.Ingestion.IngestAsync(
            datasetId, Enumerable.Range(0, rows).Select(i => Events[i % Events.Length]).ToAsyncEnumerable(),
            LocalEventJson.Default.LocalEvent,
            new IngestionOptions { MaxFileBytes = FileBytes, FilesPerBatch = FilesOfBatch, Progress = sent });
        if (result.Records != rows || result.Bytes != bytes)
            throw new InvalidOperationException($"{result.Records} of {rows} events are in the dataset: the figures mean nothing.");
        return (sent.At, clock.Elapsed);
    }

    private static async Task<double> ProcessedAsync(Task<(TimeSpan Sent, TimeSpan Processed)> run, List<double> sentSeconds)
    {
        (TimeSpan sent, TimeSpan processed) = await run;
        sentSeconds.Add(sent.TotalSeconds);
        return processed.TotalSeconds;
    }

    private static byte[] Lines() =>
    [
        .. Events.SelectMany(one => JsonSerializer.SerializeToUtf8Bytes(one, LocalEventJson.Default.LocalEvent).Append((byte)'\n')),
    ];

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
