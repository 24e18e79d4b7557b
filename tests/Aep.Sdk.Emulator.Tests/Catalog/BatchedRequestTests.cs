using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Catalog;

/// <summary>Several requests in one, of which later ones use what earlier ones have answered.</summary>
public sealed class BatchedRequestTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly BatchClient _client = new(fixture);

    [Fact]
    public async Task Later_requests_use_what_earlier_ones_have_made()
    {
        string schema = (string)(await _client.Registry.CreateEventSchemaAsync())["$id"]!;
        JsonArray answers = await SendAsync(
            Request("made", "post", "/dataSets", CatalogClient.Dataset("Batched", schema)),
            Request("batch", "POST", "/batches", JsonNode.Parse("""
                { "status": "queued", "tags": { "of": ["dataset <<made.id>>"] }, "relatedObjects": [{ "type": "dataSet",
                 "id": "<<made.id>>" }] }
                """)),
            Request("read", "GET", "/dataSets/<<made.id>>?properties=name,version"),
            Request("renamed", "PATCH", "/dataSets/<<made.id>>", JsonNode.Parse("""{ "description": "was <<read.name>>" }"""),
                new JsonObject { ["if-match"] = "<<read.version>>" }),
            Request("none", "GET", "/dataSets/5ba9452f7de80400007fc52a"));

        Assert.Equal(["made", "batch", "read", "renamed", "none"], answers.Select(answer => (string?)answer!["id"]));
        Assert.Equal([201, 201, 200, 200, 404], answers.Select(answer => (int)answer!["code"]!));
        string dataset = ((string)answers[0]!["body"]![0]!)["@/dataSets/".Length..],
        batch = ((string)answers[1]!["body"]![0]!)["@/batches/".Length..];
        Assert.Equal("Batched", (string?)answers[2]!["body"]![dataset]!["name"]);
        Assert.Equal("was Batched", (string?)(await _client.Catalog.GetDatasetAsync(dataset))["description"]);
        JsonObject record = await _client.Catalog.GetBatchAsync(batch);
        Assert.Equal(dataset, (string?)record["relatedObjects"]![0]!["id"]);
        Assert.Equal("dataset " + dataset, (string?)record["tags"]!["of"]![0]);
    }

    [Fact]
    public async Task A_change_that_fails_takes_all_changes_back()
    {
        string kept = await _client.CreateDatasetAsync(), changed = await _client.CreateDatasetAsync();
        JsonObject batch = await _client.IngestAsync(kept, BatchClient.Lines(_client.EmailEvent("1")));
        JsonObject before = await _client.Catalog.GetDatasetAsync(changed);
        string name = $"Taken back {Guid.NewGuid():N}";
        (int status, JsonNode refusal) = await TrySendAsync(
            Request("made", "POST", "/dataSets", CatalogClient.Dataset(name, (string)before["schemaRef"]!["id"]!)),
            Request("gone", "DELETE", $"/batches/{batch["id"]}"),
            Request("gone too", "DELETE", $"/dataSets/{kept}"),
            Request("changed", "PATCH", $"/v2/dataSets/{changed}", new JsonObject { ["description"] = "changed" }),
            Request("wrong", "PATCH", $"/dataSets/{changed}", new JsonObject { ["viewId"] = "0" }),
            Request("never", "DELETE", $"/dataSets/{changed}"));

        CatalogClient.AssertRefused((status, refusal), 400, "BadRequestError");
        Assert.Contains($"wrong (PATCH /dataSets/{changed})", (string)refusal["detail"]!);
        Assert.Contains("viewId cannot be changed", (string)refusal["detail"]!);
        Assert.True(JsonNode.DeepEquals(before, await _client.Catalog.GetDatasetAsync(changed)));
        (_, JsonNode found) = await _client.Catalog.SendAsync(HttpMethod.Get, $"/dataSets?name={Uri.EscapeDataString(name)}");
        Assert.Empty(found.AsObject());
        Assert.Equal("success", (string?)(await _client.Catalog.GetBatchAsync((string)batch["id"]!))["status"]);
        Assert.Single(await RowsAsync(kept));
    }

    [Fact]
    public async Task A_dataset_is_made_with_a_view_and_taken_back_with_it()
    {
        string schema = (string)(await _client.Registry.CreateEventSchemaAsync())["$id"]!;
        JsonObject[] requests =
        [
            Request("first", "post", "/dataSets", CatalogClient.Dataset("Viewed", schema)),
            Request("second", "post", "/datasetViews", new JsonObject { ["status"] = "enabled", ["dataSetId"] = "<<first.id>>" }),
        ];
        JsonArray answers = await SendAsync(requests);
        string dataset = ((string)answers[0]!["body"]![0]!).Split('/')[^1], view = ((string)answers[1]!["body"]![0]!).Split('/')[^1];
        Assert.Equal([201, 201], answers.Select(answer => (int)answer!["code"]!));
        (_, JsonNode views) = await _client.Catalog.SendAsync(HttpMethod.Get, $"/dataSets/{dataset}/views");
        Assert.Equal(
            [(string)(await _client.Catalog.GetDatasetAsync(dataset))["viewId"]!, view], views.AsObject().Select(item => item.Key));
        Assert.Empty((await _client.Catalog.SendAsync(HttpMethod.Get, $"/dataSets/{dataset}/views/{view}/files")).Body.AsObject());

        Assert.Equal(400, (await TrySendAsync(
            Request("gone", "DELETE", $"/dataSets/{dataset}"),
            Request("wrong", "POST", "/dataSetViews", new JsonObject { ["dataSetId"] = dataset }))).Status);
        Assert.Equal(200, (await _client.Catalog.SendAsync(HttpMethod.Get, $"/dataSetViews/{view}")).Status);
        Assert.Equal(200, (await _client.Catalog.SendAsync(HttpMethod.Delete, $"/dataSets/{dataset}")).Status);
        CatalogClient.AssertRefused(await _client.Catalog.SendAsync(HttpMethod.Get, $"/dataSetViews/{view}"), 404, "NotFoundError");
    }

    [Fact]
    public async Task What_was_asked_together_is_listed()
    {
        string dataset = await _client.CreateDatasetAsync(), none = "5ba9452f7de80400007fc52a";
        await SendAsync(Request("none", "GET", $"/batches/{none}"));
        await SendAsync(Request("read", "GET", $"/datasets/{dataset}?properties=name"), Request("none", "GET", $"/dataSets/{none}"));
        (int status, JsonNode listed) = await _client.Catalog.SendAsync(
            HttpMethod.Get, $"/?orderBy=desc:created&property=dataSet=={dataset}");
        Assert.Equal(200, status);
        JsonNode entry = Assert.Single(listed.AsObject()).Value!;
        Assert.Equal(dataset, (string?)entry["dataSet"]);
        Assert.Equal([200, 404], entry["requests"]!.AsArray().Select(request => (int)request!["code"]!));
        (_, JsonNode page) = await _client.Catalog.SendAsync(HttpMethod.Get, "/?orderBy=created&start=1&limit=1&properties=dataSet");
        Assert.Single(page.AsObject());
    }

    [Fact]
    public async Task What_is_deleted_with_others_is_gone_with_its_rows()
    {
        string dataset = await _client.CreateDatasetAsync();
        JsonObject batch = await _client.IngestAsync(dataset, BatchClient.Lines(_client.EmailEvent("1")));
        JsonArray answers = await SendAsync(
            Request("gone", "DELETE", $"/batches/{batch["id"]}"), Request("read", "GET", $"/batches/{batch["id"]}"));
        Assert.Equal([200, 404], answers.Select(answer => (int)answer!["code"]!));
        Assert.Empty(await RowsAsync(dataset));
    }

    [Theory]
    [InlineData("[]", "at least one")]
    [InlineData("[1]", "place 0 must be an object")]
    [InlineData("""[{ "id": "a", "resource": "/dataSets" }]""", "method is missing")]
    [InlineData("""[{ "id": "a", "method": "HEAD", "resource": "/dataSets" }]""", "must be one of GET")]
    [InlineData("""[{ "id": "a", "method": "GET" }]""", "resource is missing")]
    [InlineData("""[{ "id": "a", "method": "GET", "resource": "dataSets" }]""", "begin with a slash")]
    [InlineData(
        """[{ "id": "a", "method": "GET", "resource": "/dataSets" }, { "id": "a", "method": "GET", "resource": "/batches" }]""", "names 2")]
    [InlineData("""[{ "id": "a", "method": "GET", "resource": "/dataSets/<<b.id>>" }]""", "does not come before")]
    [InlineData(
        """
        [{ "id": "a", "method": "GET", "resource": "/lastBatches?dataSet=0" }, { "id": "b", "method": "GET",
         "resource": "/dataSets/<<a.x>>" }]
        """, "has no x")]
    public async Task Requests_that_cannot_be_read_are_refused_as_a_whole(string body, string reason)
    {
        (int status, JsonNode refusal) = await _client.Catalog.SendAsync(HttpMethod.Post, "/", JsonNode.Parse(body));
        CatalogClient.AssertRefused((status, refusal), 400, "BadRequestError");
        Assert.Contains(reason, (string)refusal["detail"]!);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing")]
    [InlineData("/accounts")]
    public async Task What_the_catalog_does_not_have_is_not_found(string resource)
    {
        JsonArray answers = await SendAsync(Request("a", "GET", resource));
        Assert.Equal(404, (int)answers[0]!["code"]!);
    }

    [Theory]
    [InlineData("GET", "/accounts")]
    [InlineData("GET", "/connections/5ba9452f7de80400007fc52a")]
    [InlineData("POST", "/connectors")]
    public async Task Kinds_that_the_catalog_had_once_are_not_found(string method, string path)
    {
        JsonNode? body = method == "POST" ? new JsonObject() : null;
        (int status, JsonNode refusal) = await _client.Catalog.SendAsync(HttpMethod.Parse(method), path, body);
        CatalogClient.AssertRefused((status, refusal), 404, "NotFoundError");
    }

    [Fact]
    public async Task The_storage_of_a_dataset_is_forbidden()
    {
        string dataset = await _client.CreateDatasetAsync();
        CatalogClient.AssertRefused(
            await _client.Catalog.SendAsync(HttpMethod.Get, $"/dataSets/{dataset}/credentials"), 403, "ForbiddenError");
        CatalogClient.AssertRefused(await _client.Catalog.SendAsync(HttpMethod.Get, "/dataSets/0/credentials"), 404, "NotFoundError");
    }

    private async Task<JsonArray> RowsAsync(string dataset) => (await fixture.Client.CallAsync(
        200, HttpMethod.Get, $"/data/foundation/export/datasets/{dataset}/preview"))["data"]!.AsArray();

    private async Task<JsonArray> SendAsync(params JsonObject[] requests)
    {
        (int status, JsonNode answer) = await TrySendAsync(requests);
        Assert.True(status == 200, answer.ToJsonString());
        return answer.AsArray();
    }

    private Task<(int Status, JsonNode Body)> TrySendAsync(params JsonObject[] requests) =>
        _client.Catalog.SendAsync(HttpMethod.Post, "/", new JsonArray([.. requests]));

    private static JsonObject Request(string id, string method, string resource, JsonNode? body = null, JsonObject? headers = null)
    {
        var request = new JsonObject { ["id"] = id, ["method"] = method, ["resource"] = resource };
        if (body is not null)
            request["body"] = body;
        if (headers is not null)
            request["headers"] = headers;
        return request;
    }
}
