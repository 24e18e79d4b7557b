using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

public sealed class FlowTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly FlowClient _flows = new(fixture);

    [Fact]
    public async Task A_new_flow_is_enabled_and_knows_what_it_was_made_of()
    {
        string id = await _flows.CreateFlowAsync("Mine");
        JsonObject flow = await _flows.GetAsync("flows", id);
        Assert.Equal("Mine", (string?)flow["name"]);
        Assert.Equal("enabled", (string?)flow["state"]);
        Assert.Equal(FlowClient.LandingZoneExport, (string?)flow["flowSpec"]!["id"]);
        Assert.Equal(3, (int)flow["scheduleParams"]!["interval"]!);
        Assert.True((long)flow["createdAt"]! > 0);
        Assert.Equal((string?)flow["etag"], (string?)flow["version"]);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("flowSpec")]
    [InlineData("sourceConnectionIds")]
    [InlineData("targetConnectionIds")]
    public async Task A_flow_that_lacks_a_part_is_refused(string member)
    {
        JsonObject flow = await CompleteFlowAsync();
        flow.Remove(member);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, "/flows", flow), 400);
    }

    [Theory]
    [InlineData("flowSpec", """{ "id": "00000000-0000-0000-0000-000000000000", "version": "1.0" }""")]
    [InlineData("sourceConnectionIds", """["00000000-0000-0000-0000-000000000000"]""")]
    [InlineData("targetConnectionIds", """[]""")]
    [InlineData("transformations", """[{ "name": "Mapping", "params": { "mappingId": "0" } }]""")]
    [InlineData("transformations", """[{ "name": "Mapping", "params": {} }]""")]
    [InlineData("scheduleParams", """{ "startTime": "tomorrow" }""")]
    [InlineData("scheduleParams", """{ "startTime": -1 }""")]
    [InlineData("scheduleParams", """{ "interval": 2, "timeUnit": "hour", "startTime": 0 }""")]
    [InlineData("scheduleParams", """{ "interval": 179, "timeUnit": "minute", "startTime": 0 }""")]
    [InlineData("scheduleParams", """{ "interval": 0, "timeUnit": "day", "startTime": 0 }""")]
    [InlineData("scheduleParams", """{ "interval": 3, "timeUnit": "fortnight", "startTime": 0 }""")]
    [InlineData("scheduleParams", """{ "interval": 1, "timeUnit": "day", "startTime": 0, "exportMode": "DAILY_FULL_EXPORT" }""")]
    [InlineData("scheduleParams", """{ "interval": 1, "timeUnit": "day", "startTime": 0, "exportMode": "SOMETIMES" }""")]
    [InlineData("scheduleParams", """{ "interval": 0, "timeUnit": "hour", "startTime": 0, "exportMode": "DAILY_FULL_EXPORT" }""")]
    [InlineData("scheduleParams", """{ "interval": 5, "timeUnit": "hour", "startTime": 0 }""")]
    [InlineData("scheduleParams", """{ "interval": 2, "timeUnit": "day", "startTime": 0 }""")]
    [InlineData("scheduleParams", """{ "interval": 1, "timeUnit": "day", "startTime": 100, "endTime": 100 }""")]
    [InlineData("scheduleParams", """{ "interval": 1, "timeUnit": "day", "startTime": 0, "foldernameTemplate": "%SEGMENT_ID%" }""")]
    [InlineData("scheduleParams", """{ "interval": 1, "timeUnit": "day", "startTime": 0, "foldernameTemplate": "%DATETIME(hh:mm)%" }""")]
    [InlineData("options", """{ "partialIngestionPercent": "many" }""")]
    public async Task A_flow_that_refers_to_what_does_not_exist_is_refused(string member, string value)
    {
        JsonObject flow = await CompleteFlowAsync();
        flow[member] = JsonNode.Parse(value);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, "/flows", flow), 400);
    }

    [Fact]
    public async Task A_patch_with_the_current_etag_changes_the_flow_and_the_etag()
    {
        string id = await _flows.CreateFlowAsync("Before");
        string etag = (string)(await _flows.GetAsync("flows", id))["etag"]!;
        var patch = JsonNode.Parse(
            """[{ "op": "Replace", "path": "/name", "value": "After" }, { "op": "Add", "path": "/description", "value": "new" }]""");
        (int status, JsonObject body) = await _flows.SendAsync(HttpMethod.Patch, $"/flows/{id}", patch, etag);
        Assert.True(status == 200, body.ToJsonString());
        Assert.Equal(id, (string?)body["id"]);

        JsonObject flow = await _flows.GetAsync("flows", id);
        Assert.Equal("After", (string?)flow["name"]);
        Assert.Equal("new", (string?)flow["description"]);
        Assert.NotEqual(etag, (string?)flow["etag"]);
        Assert.Equal((string?)body["etag"], (string?)flow["etag"]);
    }

    [Fact]
    public async Task A_patch_of_what_has_changed_since_is_refused()
    {
        string id = await _flows.CreateFlowAsync("Mine");
        string stale = (string)(await _flows.GetAsync("flows", id))["etag"]!;
        Assert.Equal(200, (await _flows.SendAsync(HttpMethod.Patch, $"/flows/{id}", Rename("First"), stale)).Status);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Patch, $"/flows/{id}", Rename("Second"), stale), 412);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Patch, $"/flows/{id}", Rename("Second")), 428);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Patch, $"/flows/{Guid.Empty}", Rename("Second"), stale), 404);
        Assert.Equal("First", (string?)(await _flows.GetAsync("flows", id))["name"]);
    }

    [Theory]
    [InlineData("""[{ "op": "replace", "path": "/nothing", "value": 1 }]""")]
    [InlineData("""[{ "op": "replace", "path": "/scheduleParams/startTime", "value": "tomorrow" }]""")]
    [InlineData("""[{ "op": "replace", "path": "/scheduleParams/interval", "value": 1 }]""")]
    [InlineData("""[{ "op": "move", "path": "/name", "from": "/description" }]""")]
    [InlineData("""[{ "path": "/name", "value": "x" }]""")]
    [InlineData("""[{ "op": "replace", "value": "x" }]""")]
    [InlineData("""[{ "op": "replace", "path": "name", "value": "x" }]""")]
    public async Task A_patch_that_cannot_be_applied_changes_nothing(string patch)
    {
        string id = await _flows.CreateFlowAsync("Mine");
        JsonObject before = await _flows.GetAsync("flows", id);
        FlowClient.AssertRefused(
            await _flows.SendAsync(HttpMethod.Patch, $"/flows/{id}", JsonNode.Parse(patch), (string)before["etag"]!), 400);
        Assert.True(JsonNode.DeepEquals(before, await _flows.GetAsync("flows", id)));
    }

    [Fact]
    public async Task A_flow_is_disabled_and_enabled_again()
    {
        string id = await _flows.CreateFlowAsync("Mine");
        Assert.Equal("disabled", await ActAsync(id, "disable"));
        Assert.Equal("enabled", await ActAsync(id, "enable"));
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, $"/flows/{id}/action?op=explode"), 400);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, $"/flows/{id}/action"), 400);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, $"/flows/{Guid.Empty}/action?op=enable"), 404);
    }

    [Fact]
    public async Task An_action_on_what_has_changed_since_is_refused()
    {
        string id = await _flows.CreateFlowAsync("Mine");
        string etag = (string)(await _flows.GetAsync("flows", id))["etag"]!;
        Assert.Equal(200, (await _flows.SendAsync(HttpMethod.Post, $"/flows/{id}/action?op=disable", ifMatch: etag)).Status);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, $"/flows/{id}/action?op=enable", ifMatch: etag), 412);
        Assert.Equal("disabled", (string?)(await _flows.GetAsync("flows", id))["state"]);
    }

    [Fact]
    public async Task A_deleted_flow_is_gone()
    {
        string id = await _flows.CreateFlowAsync("Mine");
        Assert.Equal(204, (await _flows.SendAsync(HttpMethod.Delete, $"/flows/{id}")).Status);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Get, $"/flows/{id}"), 404);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Delete, $"/flows/{id}"), 404);
    }

    private static JsonArray Rename(string name) => [new JsonObject { ["op"] = "replace", ["path"] = "/name", ["value"] = name }];

    private async Task<string?> ActAsync(string id, string operation)
    {
        string before = (string)(await _flows.GetAsync("flows", id))["etag"]!;
        (int status, JsonObject body) = await _flows.SendAsync(HttpMethod.Post, $"/flows/{id}/action?op={operation}");
        Assert.True(status == 200, body.ToJsonString());
        Assert.NotEqual(before, (string?)body["etag"]);
        return (string?)(await _flows.GetAsync("flows", id))["state"];
    }

    private async Task<JsonObject> CompleteFlowAsync()
    {
        string source = await _flows.CreateAsync("sourceConnections", FlowClient.Connection("Profiles", FlowClient.ProfileStore));
        string target = await _flows.CreateAsync("targetConnections", FlowClient.Connection("Folder", FlowClient.LandingZoneDestination));
        return FlowClient.Flow("Mine", FlowClient.LandingZoneExport, source, target);
    }
}
