using System.Diagnostics;
using System.Globalization;
using Aep.Sdk.Ingestion;

namespace Aep.Sdk.Benchmarks;

/// <summary>
/// Ingests events through the client, and sends as many bytes through a bare one, by turns, and compares turn by turn. Two bare ones: one
/// sends bytes that were made before, the other makes them of the same events on as many threads as the client does. A process of its own
/// then ingests once more, for its memory. The client's time ends when its last file is answered: it contains neither the batch's
/// completion nor the pause before its state is asked for.
/// </summary>
internal static class IngestRows
{
    public const int DefaultRows = 1_000_000;
    public const string ClientCommand = "ingest-client";
    private const int Turns = 5;

    private static readonly IngestionOptions Options = new();
    private static readonly BenchmarkEvent[] Events = [.. Enumerable.Range(0, 1_000).Select(BenchmarkEvent.Number)];

    public static async Task RunAsync(int rows)
    {
        await using SwallowingPlatform server = await SwallowingPlatform.StartAsync();
        await using AepClient sdk = server.Sdk();
        using var bare = new BareIngestion(server.Bare(), Options);
        byte[] block = BenchmarkEvent.Lines(Events);
        long bytes = (await SdkAsync(sdk, rows)).Bytes;
        await bare.SendAsync(block, bytes);
        string folder = Directory.CreateTempSubdirectory("aep-ingest").FullName;
        await WriteAsync(folder, block, bytes);
        Side[] sides =
        [
            new("bare HttpClient, bytes made before", async () => await bare.SendAsync(block, bytes)),
            new("the JSON of the same events, made on all processors and sent nowhere", () => BareIngestion.SerializeAsync(Events, rows)),
            new("bare HttpClient that makes the JSON of the same events", async () => await bare.SerializeAndSendAsync(Events, rows)),
            new("Aep.Sdk, IngestAsync", async () => (await SdkAsync(sdk, rows)).Seconds),
            new("Aep.Sdk, IngestFilesAsync of bytes made before", async () => await FilesAsync(sdk, folder)),
        ];
        await Side.MeasureAsync(sides, Turns);
        Directory.Delete(folder, recursive: true);
        await server.CheckAsync(bare.BytesSent + bytes * (1 + 2 * (Turns + 1)));
        Console.WriteLine(
            $"{rows:N0} events, {bytes / rows} bytes each, {bytes / 1e6:0} MB, {Turns} turns, {Environment.ProcessorCount} processors for client and server");
        foreach (Side side in sides)
            Console.WriteLine(side.Describe(bytes / 1e6, sides[0]));
        Console.WriteLine(await RunClientAsync(server, rows));
    }

    /// <summary>What the client's process does: ingests once and tells of its memory.</summary>
    public static async Task RunClientAsync(string[] args)
    {
        await using AepClient sdk = Client.Sdk(new Uri(args[0]), args[1]);
        int rows = int.Parse(args[2], CultureInfo.InvariantCulture);
        await (args is [_, _, _, IngestParquet.Format] ? IngestParquet.SdkAsync(sdk, rows) : SdkAsync(sdk, rows));
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(
            $"a client's process of its own, {rows:N0} events once: peak memory {self.PeakWorkingSet64 / 1e6:0} MB, "
            + $"processor time {self.TotalProcessorTime.TotalSeconds:0.00} s");
    }

    /// <summary>Has a process of its own ingest once.</summary>
    /// <returns>What it says of its memory.</returns>
    public static async Task<string> RunClientAsync(SwallowingPlatform server, int rows, string format = "json")
    {
        string[] arguments =
        [
            typeof(IngestRows).Assembly.Location, ClientCommand, server.Url.ToString(), server.CertificateFile,
            rows.ToString(CultureInfo.InvariantCulture), format,
        ];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said.TrimEnd();
    }

    private static async Task<(long Bytes, double Seconds)> SdkAsync(AepClient sdk, int rows)
    {
        var clock = new SendingClock();
        IngestionResult result = await sdk.Ingestion.IngestAsync(
            "d1", Enumerable.Range(0, rows).Select(i => Events[i % Events.Length]).ToAsyncEnumerable(), EventJson.Default.BenchmarkEvent,
            Options with { Progress = clock });
        return (result.Bytes, clock.Seconds);
    }

    private static async Task<double> FilesAsync(AepClient sdk, string folder)
    {
        var clock = new SendingClock();
        await sdk.Ingestion.IngestFilesAsync("d1", folder, Options with { Progress = clock });
        return clock.Seconds;
    }

    private static async Task WriteAsync(string folder, byte[] block, long bytes)
    {
        byte[] content = new byte[Options.MaxFileBytes];
        for (int i = 0; i < content.Length; i += block.Length)
            block.AsSpan(0, Math.Min(block.Length, content.Length - i)).CopyTo(content.AsSpan(i));
        for (long start = 0; start < bytes; start += content.Length)
        {
            await using FileStream file = File.Create(Path.Combine(folder, $"{start:D12}.json"));
            await file.WriteAsync(content.AsMemory(0, (int)Math.Min(content.Length, bytes - start)));
        }
    }
}
