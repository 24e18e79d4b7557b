using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk;
using Aep.Sdk.Ingestion;

// Ingests rows with a journal until somebody kills it: arguments are dataset, journal, number of rows. The connection comes from AEP_ variables.
(string dataset, string journal, int rows) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
await using AepClient aep = AepClient.FromEnvironment(options => options with
{
    PlatformEndpoint = new Uri(args[3]),
    ImsEndpoint = new Uri(args[4]),
    TrustedCertificateFile = args[5],
    PollInterval = TimeSpan.FromMilliseconds(20),
});
IngestionResult result = await aep.Ingestion.IngestAsync(
    dataset, Rows(rows).ToAsyncEnumerable(), RowJson.Default.JsonObject,
    new IngestionOptions { JournalFile = journal, RecordsPerBatch = 400, MaxFileBytes = 12_000, MaxParallelUploads = 3 });
Console.WriteLine($"done {result.Records}");

static IEnumerable<JsonObject> Rows(int count)
{
    Console.WriteLine("begun");
    for (int i = 0; i < count; i++)
    {
        yield return new JsonObject
        {
            ["_id"] = $"row-{i}",
            ["eventType"] = "web.webpagedetails.pageViews",
            ["timestamp"] = DateTime.UnixEpoch.AddSeconds(i).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        };
    }
}

[JsonSerializable(typeof(JsonObject))]
internal sealed partial class RowJson : JsonSerializerContext;
