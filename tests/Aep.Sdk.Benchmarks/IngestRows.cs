using System.Diagnostics;
using System.Globalization;
using System.Net;
using Aep.Sdk.Ingestion;

namespace Aep.Sdk.Benchmarks;

/// <summary>
/// Ingests events through the client, and sends as many bytes that were serialised before through a bare one, by turns, and compares turn by turn.
/// The client's time ends when its last file is answered: it contains neither the batch's completion nor the pause before its state is asked for.
/// </summary>
internal static class IngestRows
{
    public const int DefaultRows = 1_000_000;
    private const int Turns = 5;

    private static readonly IngestionOptions Options = new();
    private static readonly BenchmarkEvent[] Events = [.. Enumerable.Range(0, 1_000).Select(BenchmarkEvent.Number)];

    public static async Task RunAsync(int rows)
    {
        await using SwallowingPlatform server = await SwallowingPlatform.StartAsync();
        await using AepClient sdk = Client.Sdk(server.Url);
        using HttpClient bare = Client.Bare(server.Url);
        byte[] block = BenchmarkEvent.Lines(Events);
        long bytes = (await SdkAsync(sdk, rows)).Bytes;
        await BareAsync(bare, block, bytes);
        var measured = new (double Bare, double Sdk)[Turns];
        for (int i = 0; i < Turns; i++)
        {
            // The order changes from turn to turn: neither side always follows the other's garbage.
            if (i % 2 == 0) measured[i].Bare = await SecondsAsync(() => BareAsync(bare, block, bytes));
            measured[i].Sdk = (await SdkAsync(sdk, rows)).Seconds;
            if (i % 2 == 1) measured[i].Bare = await SecondsAsync(() => BareAsync(bare, block, bytes));
        }

        await CheckAsync(bare, bytes * 2 * (Turns + 1));
        double megabytes = bytes / 1e6;
        double[] ratios = [.. measured.Select(turn => turn.Bare / turn.Sdk).Order()];
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(
            $"{rows:N0} events, {bytes / rows} bytes each, {megabytes:0} MB: bare {megabytes / Middle(measured.Select(turn => turn.Bare)):0} MB/s, "
            + $"SDK {megabytes / Middle(measured.Select(turn => turn.Sdk)):0} MB/s, ratio {ratios[Turns / 2]:0.00} ({ratios[0]:0.00} to {ratios[^1]:0.00} in {Turns} turns)");
        Console.WriteLine($"peak memory of the client's process: {self.PeakWorkingSet64 / 1e6:0} MB");
    }

    private static async Task<(long Bytes, double Seconds)> SdkAsync(AepClient sdk, int rows)
    {
        var clock = new SendingClock();
        IngestionResult result = await sdk.Ingestion.IngestAsync(
            "d1", Enumerable.Range(0, rows).Select(i => Events[i % Events.Length]).ToAsyncEnumerable(), EventJson.Default.BenchmarkEvent,
            Options with { Progress = clock });
        return (result.Bytes, clock.Seconds);
    }

    // In files as large, and as many at once, as the client sends them.
    private static Task BareAsync(HttpClient bare, byte[] block, long bytes)
    {
        int files = (int)((bytes + Options.MaxFileBytes - 1) / Options.MaxFileBytes);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Options.MaxParallelUploads };
        return Parallel.ForEachAsync(Enumerable.Range(0, files), parallel, async (file, token) =>
        {
            using var content = new BlockContent(block, Math.Min(Options.MaxFileBytes, bytes - (long)file * Options.MaxFileBytes));
            using HttpResponseMessage response = await bare.PutAsync($"/data/foundation/import/batches/bare/datasets/d1/files/{file}.json", content, token);
            response.EnsureSuccessStatusCode();
        });
    }

    private static async Task CheckAsync(HttpClient bare, long expected)
    {
        long swallowed = long.Parse(await bare.GetStringAsync("/swallowed"), CultureInfo.InvariantCulture);
        if (swallowed != expected)
            throw new InvalidOperationException($"The server has received {swallowed} bytes, not {expected}: the figures compare nothing.");
    }

    private static async Task<double> SecondsAsync(Func<Task> send)
    {
        long start = Stopwatch.GetTimestamp();
        await send();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private sealed class SendingClock : IProgress<IngestionProgress>
    {
        private readonly long _start = Stopwatch.GetTimestamp();
        private readonly Lock _lock = new();
        private (long Records, int Sent) _last;

        public double Seconds { get; private set; }

        public void Report(IngestionProgress value)
        {
            lock (_lock)
            {
                if (_last == (value.RecordsSent, value.BatchesSent)) return;
                _last = (value.RecordsSent, value.BatchesSent);
                Seconds = Stopwatch.GetElapsedTime(_start).TotalSeconds;
            }
        }
    }

    private sealed class BlockContent(byte[] block, long bytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (long left = bytes; left > 0; left -= block.Length)
                await stream.WriteAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes;
            return true;
        }
    }
}
