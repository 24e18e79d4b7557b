using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

public sealed class ConnectionTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly FlowClient _flows = new(fixture);

    [Theory]
    [InlineData("connections")]
    [InlineData("sourceConnections")]
    [InlineData("targetConnections")]
    public async Task A_connection_lives_until_it_is_deleted(string kind)
    {
        var parameters = new JsonObject { ["path"] = "a/b", ["own"] = new JsonArray(1, 2) };
        string id = await _flows.CreateAsync(kind, FlowClient.Connection("Mine", FlowClient.LandingZoneDestination, parameters));
        JsonObject connection = await _flows.GetAsync(kind, id);
        Assert.Equal("Mine", (string?)connection["name"]);
        Assert.True(JsonNode.DeepEquals(parameters, connection["params"]));
        Assert.Equal("dev", (string?)connection["sandboxName"]);
        Assert.Equal(fixture.Emulator.OrgId, (string?)connection["imsOrgId"]);
        Assert.Contains(id, (await _flows.ListAsync($"{kind}?limit=100"))["items"]!.AsArray().Select(item => (string?)item!["id"]));

        Assert.Equal(204, (await _flows.SendAsync(HttpMethod.Delete, $"/{kind}/{id}")).Status);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Get, $"/{kind}/{id}"), 404);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Delete, $"/{kind}/{id}"), 404);
    }

    [Fact]
    public async Task A_connection_is_seen_in_its_own_sandbox_only()
    {
        string id = await _flows.CreateAsync("connections", FlowClient.Connection("Mine", FlowClient.LandingZoneDestination));
        using HttpClient prod = fixture.CreateClient("prod");
        FlowClient.AssertRefused(await prod.CallAsync(HttpMethod.Get, $"{FlowClient.Base}/connections/{id}"), 404);
    }

    [Theory]
    [InlineData("connections", """{ "connectionSpec": { "id": "10440537-2a7b-4583-ac39-ed38d4b848e8" } }""")]
    [InlineData("connections", """{ "name": " ", "connectionSpec": { "id": "10440537-2a7b-4583-ac39-ed38d4b848e8" } }""")]
    [InlineData("connections", """{ "name": "No spec" }""")]
    [InlineData("connections", """{ "name": "Unknown spec", "connectionSpec": { "id": "00000000-0000-0000-0000-000000000000" } }""")]
    [InlineData("targetConnections",
        """
        { "name": "Type", "params": { "datasetFileType": "XML" }, "connectionSpec": { "id": "10440537-2a7b-4583-ac39-ed38d4b848e8" } }
        """)]
    [InlineData("targetConnections",
        """{ "name": "Type", "params": { "fileType": "XLSX" }, "connectionSpec": { "id": "10440537-2a7b-4583-ac39-ed38d4b848e8" } }""")]
    [InlineData("targetConnections",
        """
        { "name": "Zip", "params": { "fileType": "CSV", "compression": "ZIP" },
         "connectionSpec": { "id": "10440537-2a7b-4583-ac39-ed38d4b848e8" } }
        """)]
    [InlineData("targetConnections",
        """
        { "name": "Hash", "params": { "fileType": "CSV", "csvOptions": { "delimiter": "#" } },
         "connectionSpec": { "id": "10440537-2a7b-4583-ac39-ed38d4b848e8" } }
        """)]
    [InlineData("targetConnections",
        """{ "name": "Base", "baseConnectionId": "0", "connectionSpec": { "id": "10440537-2a7b-4583-ac39-ed38d4b848e8" } }""")]
    [InlineData("sourceConnections", """{ "name": "No dataset", "connectionSpec": { "id": "23598e46-f560-407b-88d5-ea6207e49db0" } }""")]
    [InlineData("sourceConnections",
        """
        { "name": "Unknown dataset", "connectionSpec": { "id": "23598e46-f560-407b-88d5-ea6207e49db0" },
         "params": { "datasets": [{ "dataSetId": "0" }] } }
        """)]
    [InlineData("targetConnections",
        """{ "name": "No dataset", "connectionSpec": { "id": "c604ff05-7f1a-43c0-8e18-33bf874cb11c" }, "params": {} }""")]
    public async Task A_connection_that_is_not_complete_is_refused(string kind, string body) =>
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, "/" + kind, JsonNode.Parse(body)), 400);

    [Theory]
    [InlineData("""{ "name": 5, "connectionSpec": { "id": "10440537-2a7b-4583-ac39-ed38d4b848e8" } }""")]
    [InlineData("""{ "name": "Spec", "connectionSpec": "10440537-2a7b-4583-ac39-ed38d4b848e8" }""")]
    [InlineData("""{ "name": "Spec", "connectionSpec": { "id": {} } }""")]
    [InlineData("""[]""")]
    public async Task A_member_of_a_wrong_type_is_the_callers_mistake(string body) =>
        Assert.Equal(400, (await _flows.SendAsync(HttpMethod.Post, "/connections", JsonNode.Parse(body))).Status);
}
