using System.Text.Json.Nodes;
using Aep.Sdk.Ingestion;
using Aep.Sdk.Parquet;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Benchmarks;

/// <summary>
/// Ingests events as Parquet through the client, beside a bare client that sends as many bytes of Parquet in as many files, made before.
/// What the client does more is all of the making: columns, encoding and compression.
/// </summary>
internal static class IngestParquet
{
    public const string Format = "parquet";
    private const int Turns = 5;

    private static readonly IngestionOptions Options = new();
    // So many that the compression, which looks back 64 KB, does not see their repetition, and few enough to be no matter of memory.
    private static readonly BenchmarkEvent[] Events = [.. Enumerable.Range(0, 5_000).Select(BenchmarkEvent.Number)];

    private static readonly ParquetRowFormat<BenchmarkEvent> Rows = new(EventJson.Default.BenchmarkEvent, XdmFieldTree.Parse(Schema()));

    public static async Task RunAsync(int rows)
    {
        await using SwallowingPlatform server = await SwallowingPlatform.StartAsync();
        await using AepClient sdk = server.Sdk();
        byte[] file = await FileAsync();
        using var bare = new BareIngestion(server.Bare(), Options with { MaxFileBytes = file.Length });
        long bytes = (await SdkAsync(sdk, rows)).Bytes;
        Side[] sides =
        [
            new("bare HttpClient, Parquet made before", async () => await bare.SendAsync(file, bytes)),
            new("Aep.Sdk, IngestParquetAsync", async () => (await SdkAsync(sdk, rows)).Seconds),
        ];
        await Side.MeasureAsync(sides, Turns);
        await server.CheckAsync(bare.BytesSent + bytes * (1 + Turns + 1));
        double json = BenchmarkEvent.Lines(Events[..1_000]).Length / 1_000.0 * rows;
        Console.WriteLine(
            $"{rows:N0} events, {(double)bytes / rows:0.0} bytes each as Parquet ({json / 1e6:0} MB as JSON, {bytes / 1e6:0.0} MB as Parquet), {Turns} turns, "
            + $"{Environment.ProcessorCount} processors for client and server");
        foreach (Side side in sides)
            Console.WriteLine(side.Describe(bytes / 1e6, sides[0]));
        Console.WriteLine($"{sides[1].Describe(json / 1e6, sides[0])}, counted in JSON");
        Console.WriteLine(await IngestRows.RunClientAsync(server, rows, Format));
    }

    public static async Task<(long Bytes, double Seconds)> SdkAsync(AepClient sdk, int rows)
    {
        var clock = new SendingClock();
        IngestionResult result = await sdk.Ingestion.IngestAsync(
            "d1", Enumerable.Range(0, rows).Select(i => Events[i % Events.Length]).ToAsyncEnumerable(), Rows,
            Options with { Progress = clock });
        return (result.Bytes, clock.Seconds);
    }

    private static async Task<byte[]> FileAsync()
    {
        IRowFile<BenchmarkEvent> file = Rows.Create();
        for (int i = 0; i < Options.RecordsPerFile; i++)
            file.Add(Events[i % Events.Length]);
        using var content = new MemoryStream();
        await file.WriteAsync(content, CancellationToken.None);
        return content.ToArray();
    }

    private static JsonObject Schema() => JsonNode.Parse(
        """
        {"type":"object","properties":{
          "_id":{"type":"string"},"eventType":{"type":"string"},"timestamp":{"type":"string","format":"date-time"},"producedBy":{"type":"string"},
          "user":{"type":"object","properties":{"userId":{"type":"string"},"namespace":{"type":"string"},"primary":{"type":"boolean"}}},
          "web":{"type":"object","properties":{
            "url":{"type":"string"},"name":{"type":"string"},"pageType":{"type":"string"},"views":{"type":"integer"}}},
          "marketing":{"type":"object","properties":{
            "campaignId":{"type":"string"},"campaignName":{"type":"string"},"sentOn":{"type":"string","format":"date"},
            "templateName":{"type":"string"},"score":{"type":"number"}}}}}
        """)!.AsObject();
}
