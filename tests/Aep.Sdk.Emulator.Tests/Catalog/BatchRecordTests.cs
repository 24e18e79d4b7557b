using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Catalog;

public sealed class BatchRecordTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly BatchClient _client = new(fixture);

    [Fact]
    public async Task A_producer_describes_a_batch_of_its_own()
    {
        string dataset = await _client.CreateDatasetAsync();
        (int created, JsonNode reference) = await SendAsync(HttpMethod.Post, "/batches", Record(dataset, "processing"));
        Assert.Equal(201, created);
        string id = ((string)reference.AsArray().Single()!)["@/batches/".Length..];
        Assert.Equal("processing", (string?)(await _client.Catalog.GetBatchAsync(id))["status"]);

        Assert.Equal(200, (await SendAsync(
            HttpMethod.Patch, $"/batches/{id}", new JsonObject { ["status"] = "success", ["recordCount"] = 5 })).Status);
        JsonObject batch = await _client.Catalog.GetBatchAsync(id);
        Assert.Equal("success", (string?)batch["status"]);
        Assert.Equal("1.0.1", (string?)batch["version"]);
        Assert.Equal(400, (await SendAsync(HttpMethod.Put, $"/batches/{id}", new JsonObject { ["recordCount"] = 6 })).Status);
        Assert.Equal(404, await _client.ActAsync(id, "COMPLETE")); // the ingestion service did not make it

        (_, JsonNode last) = await SendAsync(HttpMethod.Get, $"/lastBatches?dataSetId={dataset}");
        Assert.Equal(id, (string?)last[dataset]!["lastSuccessfulBatchId"]);
        (_, JsonNode statuses) = await SendAsync(HttpMethod.Get, $"/batches/uniques/status?dataSet={dataset}");
        Assert.Equal("success", (string?)Assert.Single(statuses.AsArray()));
        Assert.Equal(200, (await SendAsync(HttpMethod.Delete, $"/batches/{id}")).Status);
        Assert.Equal(404, (await SendAsync(HttpMethod.Get, $"/batches/{id}")).Status);
    }

    [Fact]
    public async Task An_id_is_taken_once()
    {
        string id = Guid.NewGuid().ToString("N");
        Assert.Equal(
            201, (await SendAsync(HttpMethod.Post, $"/batches/{id}", Record(await _client.CreateDatasetAsync(), "queued"))).Status);
        Assert.Equal(
            409, (await SendAsync(HttpMethod.Post, $"/batches/{id}", Record(await _client.CreateDatasetAsync(), "queued"))).Status);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"status":"finished"}""")]
    [InlineData("""{"status":5}""")]
    [InlineData("""{"status":"success","relatedObjects":[{"type":"dataSet","id":"0"}]}""")]
    public async Task A_wrong_record_is_refused(string body) =>
        Assert.Equal(400, (await SendAsync(HttpMethod.Post, "/batches", JsonNode.Parse(body))).Status);

    [Theory]
    [InlineData("name~^Wanted", 2)]
    [InlineData("description==second", 1)]
    [InlineData("description!=second", 1)]
    [InlineData("description", 1)]
    [InlineData("!description", 1)]
    [InlineData("created>0", 2)]
    [InlineData("created<0", 0)]
    public async Task A_property_filter_compares(string filter, int expected)
    {
        string other = await _client.CreateDatasetAsync();
        string schema = (string)(await _client.Catalog.GetDatasetAsync(other))["schemaRef"]!["id"]!;
        string tag = Guid.NewGuid().ToString("N");
        foreach (string? description in new[] { null, "second" })
        {
            JsonObject dataset = CatalogClient.Dataset("Wanted", schema);
            dataset["tags"] = new JsonObject { ["test"] = new JsonArray(tag) };
            if (description is not null)
                dataset["description"] = description;
            Assert.Equal(201, (await SendAsync(HttpMethod.Post, "/dataSets", dataset)).Status);
        }
        (_, JsonNode found) = await SendAsync(HttpMethod.Get, $"/dataSets?tags=test:{tag}&property={Uri.EscapeDataString(filter)}");
        Assert.Equal(expected, found.AsObject().Count);
    }

    [Fact]
    public async Task Batches_are_found_by_tags_that_are_no_lists_and_last_batches_of_several_datasets()
    {
        string first = await _client.CreateDatasetAsync(), second = await _client.CreateDatasetAsync();
        string batch = (string)(await _client.IngestAsync(first, BatchClient.Lines(_client.EmailEvent("1"))))["id"]!;
        await _client.IngestAsync(second, BatchClient.Lines(_client.EmailEvent("1")));
        JsonNode tags = (await _client.Catalog.GetBatchAsync(batch))["tags"]!;
        string flag = tags["acp_enableErrorDiagnostics"]!.ToJsonString();
        (_, JsonNode found) = await SendAsync(HttpMethod.Get, $"/batches?dataSet={first}&tags=acp_enableErrorDiagnostics:{flag}");
        Assert.Equal(batch, Assert.Single(found.AsObject()).Key);
        (_, JsonNode last) = await SendAsync(HttpMethod.Get, $"/lastBatches?dataSetId={first},{second}&orderBy=asc:created");
        Assert.Equal([first, second], last.AsObject().Select(entry => entry.Key));
    }

    private Task<(int Status, JsonNode Body)> SendAsync(HttpMethod method, string path, JsonNode? body = null) =>
        _client.Catalog.SendAsync(method, path, body);

    private static JsonObject Record(string dataset, string status) => new()
    {
        ["status"] = status,
        ["relatedObjects"] = new JsonArray(new JsonObject { ["type"] = "dataSet", ["id"] = dataset }),
    };
}
