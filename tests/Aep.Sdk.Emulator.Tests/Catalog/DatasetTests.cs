using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.SchemaRegistry;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Catalog;

public sealed class DatasetTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string JsonPatch = "application/json-patch+json";
    private const string BadRequest = "BadRequestError";
    private readonly RegistryClient _registry = new(fixture);
    private readonly CatalogClient _catalog = new(fixture);

    [Fact]
    public async Task A_dataset_has_a_table_and_knows_its_schema()
    {
        string schema = await SchemaAsync();
        string id = await _catalog.CreateDatasetAsync("[CMLE] [Week1] Events (created by me)", schema);
        JsonObject dataset = await _catalog.GetDatasetAsync(id);
        Assert.Matches("^[0-9a-f]{24}$", id);
        Assert.StartsWith("cmle_week1_events_created_by_me", (string?)dataset["tags"]!["adobe/pqs/table"]![0]);
        Assert.Equal(schema, (string?)dataset["schemaRef"]!["id"]);
        Assert.Equal(fixture.Emulator.OrgId, (string?)dataset["imsOrg"]);
        Assert.Equal("1.0.0", (string?)dataset["version"]);
        Assert.True((long)dataset["created"]! > 0);
    }

    [Fact]
    public async Task Datasets_of_one_name_have_tables_of_their_own()
    {
        string schema = await SchemaAsync();
        string[] ids = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _catalog.CreateDatasetAsync("Same name", schema)));
        var tables = new HashSet<string>();
        foreach (string id in ids)
            Assert.True(tables.Add((string)(await _catalog.GetDatasetAsync(id))["tags"]!["adobe/pqs/table"]![0]!));
        Assert.All(tables, table => Assert.Matches("^[a-z_][a-z0-9_]*$", table));
    }

    [Theory]
    [InlineData("""{ "schemaRef": { "id": "SCHEMA", "contentType": "application/vnd.adobe.xed+json;version=1" } }""")]
    [InlineData("""{ "name": "No schema" }""")]
    [InlineData("""{ "name": "No type", "schemaRef": { "id": "SCHEMA" } }""")]
    [InlineData(
        """
        { "name": "Unknown schema", "schemaRef": { "id": "https://ns.adobe.com/x/schemas/0",
         "contentType": "application/vnd.adobe.xed+json;version=1" } }
        """)]
    [InlineData(
        """
        { "name": "Tags", "schemaRef": { "id": "SCHEMA", "contentType": "application/vnd.adobe.xed+json;version=1" }, "tags": { "a": "b" } }
        """)]
    public async Task A_dataset_that_is_not_complete_is_refused(string body)
    {
        JsonNode json = JsonNode.Parse(body.Replace("SCHEMA", await SchemaAsync(), StringComparison.Ordinal))!;
        CatalogClient.AssertRefused(await _catalog.SendAsync(HttpMethod.Post, "/dataSets", json), 400, BadRequest);
    }

    [Fact]
    public async Task Profile_is_enabled_only_for_a_schema_in_the_union()
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync();
        string id = await _catalog.CreateDatasetAsync("Profile", (string)schema["$id"]!);
        JsonArray patch = RegistryClient.Patch("add", "/tags/unifiedProfile", new JsonArray("enabled:true"));
        CatalogClient.AssertRefused(
            await _catalog.SendAsync(HttpMethod.Patch, $"/dataSets/{id}", patch.DeepClone(), JsonPatch), 400, BadRequest);
        Assert.Null((await _catalog.GetDatasetAsync(id))["tags"]!["unifiedProfile"]);

        await _registry.EnableAsync(schema);
        (int status, JsonNode body) = await _catalog.SendAsync(HttpMethod.Patch, $"/dataSets/{id}", patch, JsonPatch);
        Assert.Equal(200, status);
        Assert.Equal($"@/dataSets/{id}", (string?)body[0]);
        JsonObject dataset = await _catalog.GetDatasetAsync(id);
        Assert.Equal("enabled:true", (string?)dataset["tags"]!["unifiedProfile"]![0]);
        Assert.Equal("1.0.1", (string?)dataset["version"]);
    }

    [Theory]
    [InlineData("/dataSets/")]
    [InlineData("/v2/dataSets/")]
    public async Task A_json_patch_body_is_merged(string path)
    {
        string id = await _catalog.CreateDatasetAsync("Merged", await SchemaAsync());
        var change = new JsonObject { ["description"] = "new", ["tags"] = new JsonObject { ["team"] = new JsonArray("data") } };
        Assert.Equal(200, (await _catalog.SendAsync(HttpMethod.Patch, path + id, change)).Status);
        JsonObject dataset = await _catalog.GetDatasetAsync(id);
        Assert.Equal("new", (string?)dataset["description"]);
        Assert.Equal("data", (string?)dataset["tags"]!["team"]![0]);
        Assert.NotNull(dataset["tags"]!["adobe/pqs/table"]);
    }

    [Theory]
    [InlineData("""{ "imsOrg": "another" }""")]
    [InlineData("""{ "tags": { "adobe/pqs/table": ["another"] } }""")]
    [InlineData("""{ "schemaRef": { "id": "https://ns.adobe.com/x/schemas/0" } }""")]
    [InlineData("""{ "name": "" }""")]
    public async Task What_the_platform_assigns_cannot_be_changed(string change)
    {
        string id = await _catalog.CreateDatasetAsync("Fixed", await SchemaAsync());
        CatalogClient.AssertRefused(await _catalog.SendAsync(HttpMethod.Patch, $"/dataSets/{id}", JsonNode.Parse(change)), 400, BadRequest);
    }

    [Fact]
    public async Task A_deleted_dataset_is_gone()
    {
        string id = await _catalog.CreateDatasetAsync("Gone", await SchemaAsync());
        (int status, JsonNode body) = await _catalog.SendAsync(HttpMethod.Delete, $"/dataSets/{id}");
        Assert.Equal(200, status);
        Assert.Equal($"@/dataSets/{id}", (string?)body[0]);
        CatalogClient.AssertRefused(await _catalog.SendAsync(HttpMethod.Get, $"/dataSets/{id}"), 404, "NotFoundError");
        CatalogClient.AssertRefused(await _catalog.SendAsync(HttpMethod.Delete, $"/dataSets/{id}"), 404, "NotFoundError");
    }

    [Fact]
    public async Task A_schema_with_a_dataset_in_profile_may_only_grow()
    {
        JsonObject schema = await _registry.CreateEventSchemaAsync(inUnion: true);
        string id = await _catalog.CreateDatasetAsync("Uses it", (string)schema["$id"]!);
        JsonArray patch = RegistryClient.Patch("add", "/tags/unifiedProfile", new JsonArray("enabled:true"));
        Assert.Equal(200, (await _catalog.SendAsync(HttpMethod.Patch, $"/dataSets/{id}", patch, JsonPatch)).Status);
        string path = $"/tenant/schemas/{schema["meta:altId"]}";
        RegistryClient.AssertRefused(
            await _registry.SendAsync(HttpMethod.Patch, path, RegistryClient.Patch("remove", "/allOf/1")), 400, "XDM-1400-400");
        RegistryClient.AssertRefused(await _registry.SendAsync(HttpMethod.Delete, path), 400, "XDM-1400-400");
    }

    private async Task<string> SchemaAsync() =>
        (string)(await _registry.CreateAsync(
            "schemas", RegistryClient.Schema(RegistryClient.UniqueTitle("Any"), RegistryClient.ExperienceEvent)))["$id"]!;
}
