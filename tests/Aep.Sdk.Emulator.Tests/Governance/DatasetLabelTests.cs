using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Storage;
using Aep.Sdk.Emulator.Tests.Profiles;
using Aep.Sdk.Emulator.Tests.SchemaRegistry;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Governance;

/// <summary>Dataset Service: labels of datasets.</summary>
public sealed class DatasetLabelTests : IAsyncLifetime
{
    private const string Name = "/properties/person/properties/name/properties/fullName", Address = "/properties/homeAddress";
    private readonly TemporaryFolder _folder = new();
    private EmulatorFixture _fixture = null!;

    public async Task InitializeAsync() =>
        _fixture = await EmulatorFixture.StartAsync(new AepEmulatorOptions { DataFolder = _folder.Path });

    public async Task DisposeAsync()
    {
        await _fixture.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Labels_are_made_replaced_against_their_version_and_taken_away()
    {
        string dataset = await CreateDatasetAsync(), path = PathOf(dataset);
        JsonObject body = JsonCalls.Json($$"""
            { "entityId": { "namespace": "AEP", "id": "{{dataset}}", "type": "dataset" }, "labels": ["C1"], "parents": [] }
            """);
        await RefusedAsync(404, HttpMethod.Get, path);
        await RefusedAsync(404, HttpMethod.Put, path, body, "x");
        JsonObject made = await _fixture.Client.CallAsync(201, HttpMethod.Post, path, body);
        Assert.Equal(("PES-201", "POST Successful"), ((string?)made["code"], (string?)made["message"]));
        Assert.Equal("schema", (string?)Assert.Single(made["parents"]!.AsArray())!["type"]);
        await RefusedAsync(403, HttpMethod.Post, path, body);

        string first = await VersionAsync(dataset);
        body["labels"] = new JsonArray("C1", "C2");
        await RefusedAsync(400, HttpMethod.Put, path, body);
        (int status, JsonObject replaced) = await _fixture.Client.CallAsync(HttpMethod.Put, path, body, ifMatch: first);
        Assert.True(status == 200, replaced.ToJsonString());
        await RefusedAsync(412, HttpMethod.Put, path, body, first);
        JsonNode read = (await _fixture.Client.CallAsync(200, HttpMethod.Get, path))[$"AEP:dataset:{dataset}"]!;
        Assert.Equal("""["C1","C2"]""", read["labels"]!.ToJsonString());
        Assert.Equal(_fixture.Emulator.OrgId, (string?)read["imsOrg"]);

        await RefusedAsync(412, HttpMethod.Delete, path, null, first);
        Assert.Equal(200, (await _fixture.Client.CallAsync(HttpMethod.Delete, path, ifMatch: await VersionAsync(dataset))).Status);
        await RefusedAsync(404, HttpMethod.Get, path);
    }

    [Fact]
    public async Task Fields_take_no_labels_and_those_of_earlier_days_become_fewer()
    {
        string dataset = await CreateDatasetAsync(), path = PathOf(dataset);
        Assert.Contains("xdm:descriptorLabel", await RefusedAsync(400, HttpMethod.Post, path, Fields((Name, ["C1"]))));

        // As a data folder has them in which fields could still be labelled.
        string sandbox = _fixture.Emulator.SandboxName;
        await _fixture.DisposeAsync();
        DocumentCollection.Open(Path.Combine(_folder.Path, "sandboxes", sandbox, "documents", "datasetLabels"))
            .Save(dataset, Fields((Name, ["C1", "C2"]), (Address, ["C1"])));
        await InitializeAsync();

        string version = await VersionAsync(dataset);
        Assert.Contains("C3 is new", await RefusedAsync(400, HttpMethod.Put, path, Fields((Name, ["C1", "C3"])), version));
        Assert.Contains("C2 is new", await RefusedAsync(400, HttpMethod.Put, path, Fields((Address, ["C2"])), version));
        (int status, JsonObject fewer) =
            await _fixture.Client.CallAsync(HttpMethod.Put, path, Fields((Name, ["C1"]), (Address, [])), ifMatch: version);
        Assert.True(status == 200, fewer.ToJsonString());
        JsonNode left = Assert.Single(fewer["optionalLabels"]!.AsArray())!;
        Assert.Equal((Name, """["C1"]"""), ((string?)left["option"]!["schemaPath"], left["labels"]!.ToJsonString()));
        JsonObject without = JsonCalls.Json("""{ "labels": ["C9"] }""");
        (_, JsonObject kept) = await _fixture.Client.CallAsync(HttpMethod.Put, path, without, ifMatch: await VersionAsync(dataset));
        Assert.True(JsonNode.DeepEquals(fewer["optionalLabels"], kept["optionalLabels"]));
    }

    [Fact]
    public async Task Labels_of_parents_are_labels_of_the_dataset()
    {
        string first = await CreateDatasetAsync(), second = await CreateDatasetAsync(), third = await CreateDatasetAsync();
        await _fixture.Client.CallAsync(201, HttpMethod.Post, PathOf(first), JsonCalls.Json("""{ "labels": ["C1"] }"""));
        foreach ((string child, string parent, string label) in new[] { (second, first, "C2"), (third, second, "C3") })
        {
            await _fixture.Client.CallAsync(201, HttpMethod.Post, PathOf(child), JsonCalls.Json($$"""
                { "labels": ["{{label}}"], "parents": [{ "namespace": "AEP", "type": "dataset", "id": "{{parent}}" }] }
                """));
        }
        JsonNode entity = JsonNode.Parse($$"""[{ "entityType": "dataSet", "entityId": "{{third}}" }]""")!;
        JsonObject found = await _fixture.Client.CallAsync(
            200, HttpMethod.Post, "/data/foundation/dulepolicy/marketingActions/core/dataScience/constraints", entity);
        Assert.Equal("""["C1","C2","C3"]""", found["duleLabels"]!.ToJsonString());
        Assert.Contains("parents", await RefusedAsync(400, HttpMethod.Put, PathOf(first), JsonCalls.Json("""
            { "labels": [], "parents": [{ "namespace": "AEP", "type": "dataset", "id": "none" }] }
            """), await VersionAsync(first)));
    }

    [Theory]
    [InlineData("""{ "labels": "C1" }""", "labels")]
    [InlineData("""{ "optionalLabels": [] }""", "labels")]
    [InlineData("""{ "labels": [1] }""", "labels")]
    [InlineData("""{ "labels": [], "entityId": { "id": "other", "type": "dataset", "namespace": "AEP" } }""", "entityId")]
    [InlineData("""{ "labels": [], "parents": "x" }""", "parents")]
    [InlineData("""{ "labels": [], "optionalLabels": {} }""", "optionalLabels")]
    public async Task Labels_that_do_not_fit_are_refused(string body, string named) => Assert.Contains(
        named, await RefusedAsync(400, HttpMethod.Post, PathOf(await CreateDatasetAsync()), JsonCalls.Json(body)));

    private Task<string> CreateDatasetAsync() => new ProfileClient(_fixture).CreateDatasetAsync("""{ "score": { "type": "number" } }""");

    private static string PathOf(string dataset) => $"/data/foundation/dataset/datasets/{dataset}/labels";

    private async Task<string> VersionAsync(string dataset)
    {
        using HttpResponseMessage response = await _fixture.Client.GetAsync(PathOf(dataset));
        return response.Headers.ETag!.ToString();
    }

    private async Task<string> RefusedAsync(int expected, HttpMethod method, string path, JsonObject? body = null, string? ifMatch = null)
    {
        (int status, JsonObject answer) = await _fixture.Client.CallAsync(method, path, body?.DeepClone(), ifMatch: ifMatch);
        Assert.True(status == expected, $"{status} {answer.ToJsonString()}");
        Assert.Equal($"PES-{expected}", (string?)answer["code"]);
        Assert.StartsWith("/entities/AEP:dataset:", (string?)answer["path"]);
        return (string)answer["message"]!;
    }

    private static JsonObject Fields(params (string Path, string[] Labels)[] fields) => new()
    {
        ["labels"] = new JsonArray(),
        ["optionalLabels"] = new JsonArray([.. fields.Select(field => new JsonObject
        {
            ["option"] = new JsonObject
            {
                ["id"] = "https://ns.adobe.com/aeplocal/schemas/x",
                ["contentType"] = "application/vnd.adobe.xed-full+json;version=1",
                ["schemaPath"] = field.Path,
            },
            ["labels"] = new JsonArray([.. field.Labels.Select(label => (JsonNode)label)]),
        })]),
    };
}
