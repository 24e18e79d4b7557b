using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Catalog;

/// <summary>Views, files, tags, several objects at once, versions.</summary>
public sealed class ObjectTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly BatchClient _client = new(fixture);

    [Fact]
    public async Task The_files_of_a_dataset_stand_in_its_view()
    {
        string id = await _client.CreateDatasetAsync();
        JsonObject batch = await _client.IngestAsync(id, BatchClient.Lines(_client.EmailEvent("1")));
        string view = (string)(await _client.Catalog.GetDatasetAsync(id))["viewId"]!;

        JsonNode views = await OkAsync($"/dataSets/{id}/views");
        Assert.Equal(id, (string?)views[view]!["dataSetId"]);
        Assert.Equal(id, (string?)(await OkAsync($"/dataSets/{id}/views/{view}"))[view]!["dataSetId"]);
        JsonNode files = await OkAsync($"/dataSets/{id}/views/{view}/files");
        (string fileId, JsonNode? file) = Assert.Single(files.AsObject());
        Assert.Equal(($"{batch["id"]}", view), ((string?)file!["batchId"], (string?)file["dataSetViewId"]));
        Assert.True(JsonNode.DeepEquals(files, await OkAsync($"/dataSetFiles?dataSetId={id}")));
        Assert.True(JsonNode.DeepEquals(files, await OkAsync($"/dataSetFiles/{fileId}")));
        Assert.Single((await OkAsync($"/dataSetViews?dataSetId={id}")).AsObject());
        Assert.Equal(200, (int)(await fixture.Client.GetAsync($"/data/foundation/export/files/{fileId}")).StatusCode);
        CatalogClient.AssertRefused(await _client.Catalog.SendAsync(HttpMethod.Get, $"/dataSets/{id}/views/0/files"), 404, "NotFoundError");
    }

    [Fact]
    public async Task Several_objects_are_read_at_once()
    {
        string first = await _client.CreateDatasetAsync(), second = await _client.CreateDatasetAsync();
        JsonNode found = await OkAsync($"/dataSets/{first},{second},5ba9452f7de80400007fc52a?properties=name");
        Assert.Equal([first, second], found.AsObject().Select(entry => entry.Key));
        Assert.Equal("name", Assert.Single(found[first]!.AsObject()).Key);
    }

    [Fact]
    public async Task A_tag_shows_its_values_and_who_has_it()
    {
        string id = await _client.CreateDatasetAsync(), tag = $"test/{Guid.NewGuid():N}";
        var change = new JsonObject { ["tags"] = new JsonObject { [tag] = new JsonArray("a", "b") } };
        Assert.Equal(200, (await _client.Catalog.SendAsync(HttpMethod.Patch, $"/dataSets/{id}", change)).Status);
        JsonNode found = await OkAsync($"/tags/{Uri.EscapeDataString(tag)}");
        Assert.Equal("""["a","b"]""", found[tag]!.ToJsonString());
        Assert.Equal($"@/DataSet/{id}", (string?)Assert.Single(found["objectType"]!["datasets"]!.AsArray()));
        CatalogClient.AssertRefused(await _client.Catalog.SendAsync(HttpMethod.Get, "/tags/none"), 404, "NotFoundError");
    }

    [Fact]
    public async Task A_change_of_an_older_version_is_refused()
    {
        string id = await _client.CreateDatasetAsync();
        using HttpResponseMessage read = await fixture.Client.GetAsync($"/data/foundation/catalog/dataSets/{id}");
        Assert.Equal("\"1.0.0\"", read.Headers.ETag!.Tag);
        Assert.Equal(200, await ChangeAsync(id, "1.0.0"));
        Assert.Equal(412, await ChangeAsync(id, "1.0.0"));
        Assert.Equal(200, await ChangeAsync(id, "1.0.1"));
        Assert.Equal("1.0.2", (string?)(await _client.Catalog.GetDatasetAsync(id))["version"]);
    }

    [Fact]
    public async Task Unique_values_have_pages()
    {
        string dataset = await _client.CreateDatasetAsync();
        foreach (string status in new[] { "queued", "processing", "success", "queued" })
        {
            var record = new JsonObject
            {
                ["status"] = status,
                ["relatedObjects"] = new JsonArray(new JsonObject { ["type"] = "dataSet", ["id"] = dataset }),
            };
            Assert.Equal(201, (await _client.Catalog.SendAsync(HttpMethod.Post, "/batches", record)).Status);
        }
        Assert.Equal("""["queued","processing"]""", (await OkAsync($"/batches/uniques/status?dataSet={dataset}&limit=2")).ToJsonString());
        Assert.Equal("""["success"]""", (await OkAsync($"/batches/uniques/status?dataSet={dataset}&limit=2&start=2")).ToJsonString());
    }

    [Theory]
    [InlineData("P30D", 200)]
    [InlineData("P3M", 200)]
    [InlineData("P1Y6M", 200)]
    [InlineData("P10Y", 200)]
    [InlineData("P29D", 400)]
    [InlineData("P11Y", 400)]
    [InlineData("3 months", 400)]
    [InlineData("P", 400)]
    [InlineData("-P3M", 400)]
    [InlineData("PT720H", 400)]
    public async Task A_period_of_row_expiration_is_checked(string period, int status)
    {
        string id = await _client.CreateDatasetAsync();
        Assert.Equal("P30D", (string?)(await OkAsync($"/ttl/{id}"))["extensions"]!["adobe_lakeHouse"]!["rowExpiration"]!["minValue"]);
        (int answered, JsonNode body) =
            await _client.Catalog.SendAsync(HttpMethod.Patch, $"/v2/dataSets/{id}", Expiration("adobe_lakeHouse", period));
        Assert.True(answered == status, body.ToJsonString());
        JsonNode? set = (await _client.Catalog.GetDatasetAsync(id))["extensions"]?["adobe_lakeHouse"]?["rowExpiration"]?["ttlValue"];
        Assert.Equal(status == 200 ? period : null, (string?)set);
    }

    [Fact]
    public async Task Row_expiration_is_for_events_and_profile_for_datasets_of_profile()
    {
        string schema = (string)(await _client.Registry.CreateAsync(
            "schemas", SchemaRegistry.RegistryClient.Schema(SchemaRegistry.RegistryClient.UniqueTitle("People"),
                SchemaRegistry.RegistryClient.Profile)))["$id"]!;
        string people = await _client.Catalog.CreateDatasetAsync("People", schema), events = await _client.CreateDatasetAsync();
        CatalogClient.AssertRefused(
            await _client.Catalog.SendAsync(HttpMethod.Patch, $"/v2/dataSets/{people}", Expiration("adobe_lakeHouse", "P3M")), 400,
            "BadRequestError");
        CatalogClient.AssertRefused(
            await _client.Catalog.SendAsync(HttpMethod.Patch, $"/v2/dataSets/{events}", Expiration("adobe_unifiedProfile", "P3M")), 400,
            "BadRequestError");
    }

    private static JsonObject Expiration(string store, string period) => new()
    {
        ["extensions"] = new JsonObject { [store] = new JsonObject { ["rowExpiration"] = new JsonObject { ["ttlValue"] = period } } },
    };

    private async Task<JsonNode> OkAsync(string path)
    {
        (int status, JsonNode body) = await _client.Catalog.SendAsync(HttpMethod.Get, path);
        Assert.True(status == 200, body.ToJsonString());
        return body;
    }

    private async Task<int> ChangeAsync(string id, string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/data/foundation/catalog/v2/dataSets/{id}")
        {
            Content = new StringContent("""{"description":"new"}""", null, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", version);
        using HttpResponseMessage response = await fixture.Client.SendAsync(request);
        return (int)response.StatusCode;
    }
}
