using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk;
using Aep.Sdk.Ingestion;
using Aep.Sdk.KillableClient;
using Aep.Sdk.Parquet;
using Aep.Sdk.Schemas;

// A client in a process of its own. Arguments are platform, IMS, certificate, and either "schemas-together" or what to ingest: dataset,
// journal, number of rows, and the files' format. The rest of the connection comes from AEP_ variables.
await using AepClient aep = AepClient.FromEnvironment(options => options with
{
    PlatformEndpoint = new Uri(args[0]),
    ImsEndpoint = new Uri(args[1]),
    TrustedCertificateFile = args[2],
    PollInterval = TimeSpan.FromMilliseconds(20),
});
if (args[3] == SchemasTogether.Command)
{
    await SchemasTogether.RunAsync(aep);
    return;
}

// Ingests rows with a journal until somebody kills it.
(string dataset, string journal, int rows) = (args[3], args[4], int.Parse(args[5], CultureInfo.InvariantCulture));
var options = new IngestionOptions
{
    JournalFile = journal,
    RecordsPerBatch = 400,
    RecordsPerFile = 90,
    MaxFileBytes = 12_000,
    MaxParallelUploads = 3,
};
IAsyncEnumerable<JsonObject> input = Rows(rows).ToAsyncEnumerable();
IngestionResult result = args[6] == "parquet"
    ? await aep.Ingestion.IngestParquetAsync(dataset, input, RowJson.Default.JsonObject, await FieldsAsync(aep, dataset), options)
    : await aep.Ingestion.IngestAsync(dataset, input, RowJson.Default.JsonObject, options);
Console.WriteLine($"done {result.Records}");

static async Task<XdmFieldTree> FieldsAsync(AepClient aep, string dataset) =>
    await aep.Schemas.GetFieldsAsync((await aep.Datasets.GetAsync(dataset)).SchemaRef!.Id);

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
