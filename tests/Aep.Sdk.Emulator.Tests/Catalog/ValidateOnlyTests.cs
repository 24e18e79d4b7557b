using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Catalog;

/// <summary>With <c>Pragma: validate-only</c> creations and replacements are checked, and nothing is kept.</summary>
public sealed class ValidateOnlyTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly BatchClient _client = new(fixture);

    [Fact]
    public async Task A_dataset_is_checked_and_not_made()
    {
        string schema = (string)(await _client.Registry.CreateEventSchemaAsync())["$id"]!, name = $"Checked {Guid.NewGuid():N}";
        (int status, JsonNode answer) = await CheckAsync(HttpMethod.Post, "/dataSets", CatalogClient.Dataset(name, schema));
        Assert.Equal((200, "[]"), (status, answer.ToJsonString()));
        Assert.Empty((await _client.Catalog.SendAsync(HttpMethod.Get, $"/dataSets?name={Uri.EscapeDataString(name)}")).Body.AsObject());
        CatalogClient.AssertRefused(
            await CheckAsync(HttpMethod.Post, "/dataSets", CatalogClient.Dataset(name, "https://ns.adobe.com/none")), 400,
            "BadRequestError");
    }

    [Fact]
    public async Task A_replacement_of_a_dataset_is_checked_and_not_done()
    {
        string id = await _client.CreateDatasetAsync();
        JsonObject before = await _client.Catalog.GetDatasetAsync(id);
        JsonObject body = CatalogClient.Dataset("Renamed", (string)before["schemaRef"]!["id"]!);
        Assert.Equal(200, (await CheckAsync(HttpMethod.Put, $"/dataSets/{id}", body)).Status);
        body["schemaRef"]!["id"] = (string)(await _client.Registry.CreateEventSchemaAsync())["$id"]!;
        CatalogClient.AssertRefused(await CheckAsync(HttpMethod.Put, $"/dataSets/{id}", body), 400, "BadRequestError");
        Assert.True(JsonNode.DeepEquals(before, await _client.Catalog.GetDatasetAsync(id)));
    }

    [Fact]
    public async Task Batches_and_views_are_checked_and_not_made()
    {
        string dataset = await _client.CreateDatasetAsync(), batch = $"checked{Guid.NewGuid():N}";
        JsonObject record = JsonCalls.Json(
            $$"""{ "status": "queued", "relatedObjects": [{ "type": "dataSet", "id": "{{dataset}}" }] }""");
        Assert.Equal(200, (await CheckAsync(HttpMethod.Post, $"/batches/{batch}", record)).Status);
        CatalogClient.AssertRefused(await _client.Catalog.SendAsync(HttpMethod.Get, $"/batches/{batch}"), 404, "NotFoundError");
        Assert.Equal(201, (await _client.Catalog.SendAsync(HttpMethod.Post, $"/batches/{batch}", record)).Status);
        JsonObject before = await _client.Catalog.GetBatchAsync(batch);
        record["status"] = "success";
        Assert.Equal(200, (await CheckAsync(HttpMethod.Put, $"/batches/{batch}", record)).Status);
        record["status"] = "unheard";
        CatalogClient.AssertRefused(await CheckAsync(HttpMethod.Put, $"/batches/{batch}", record), 400, "BadRequestError");
        Assert.True(JsonNode.DeepEquals(before, await _client.Catalog.GetBatchAsync(batch)));
        Assert.Equal(200, (await CheckAsync(HttpMethod.Post, "/dataSetViews", new JsonObject { ["dataSetId"] = dataset })).Status);
        Assert.Single((await _client.Catalog.SendAsync(HttpMethod.Get, $"/dataSets/{dataset}/views")).Body.AsObject());
    }

    private async Task<(int Status, JsonNode Body)> CheckAsync(HttpMethod method, string path, JsonObject body)
    {
        using var request = new HttpRequestMessage(method, "/data/foundation/catalog" + path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Pragma", "validate-only");
        using HttpResponseMessage response = await fixture.Client.SendAsync(request);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
