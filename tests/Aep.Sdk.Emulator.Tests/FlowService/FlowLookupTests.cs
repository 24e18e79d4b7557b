using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

public sealed class FlowLookupTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly FlowClient _flows = new(fixture);

    [Fact]
    public async Task A_search_filters_sorts_and_counts()
    {
        string mark = $"Search {Guid.NewGuid():N}";
        foreach (string name in new[] { "b", "a", "c" })
            await _flows.CreateFlowAsync(name, flow => flow["description"] = mark);
        var body =
            new JsonObject { ["queryString"] = $"property=description=={mark}", ["orderby"] = "-name", ["limit"] = 2, ["count"] = true };
        (int status, JsonObject page) = await _flows.SendAsync(HttpMethod.Post, "/flows/search", body);
        Assert.True(status == 200, page.ToJsonString());
        Assert.Equal(["c", "b"], page["items"]!.AsArray().Select(item => (string?)item!["name"]));
        Assert.Equal(3, (int)page["count"]!);
        Assert.NotNull(page["_links"]?["next"]?["href"]);
    }

    [Fact]
    public async Task A_connection_is_tested_and_explored()
    {
        await new LandingZoneClient(fixture).DropAsync("explore/deep/a.csv", "id,name\n1,Jo\n");
        string id = await _flows.CreateAsync("connections", FlowClient.Connection("Drop zone", FlowClient.LandingZoneSource));
        Assert.True((bool)(await _flows.ListAsync($"connections/{id}/test"))["result"]!);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Get, $"/connections/{Guid.Empty}/test"), 404);

        string root = $"{FlowClient.Base}/connections/{id}/explore";
        JsonNode folder = JsonNode.Parse(await fixture.Client.GetStringAsync($"{root}?objectType=folder&object=explore"))!;
        Assert.Equal(("folder", "deep"), ((string?)folder[0]!["type"], (string?)folder[0]!["name"]));
        JsonNode file =
            JsonNode.Parse(await fixture.Client.GetStringAsync($"{root}?objectType=file&object=explore/deep/a.csv&fileType=delimited"))!;
        Assert.Equal(["id", "name"], file["schema"]!["columns"]!.AsArray().Select(column => (string?)column!["name"]));
        JsonNode preview = JsonNode.Parse(
            await fixture.Client.GetStringAsync($"{root}?objectType=file&object=explore/deep/a.csv&fileType=delimited&preview=true"))!;
        Assert.Equal("""{"data":[{"id":"1","name":"Jo"}]}""", preview.ToJsonString());
        FlowClient.AssertRefused(
            await _flows.SendAsync(HttpMethod.Get, $"/connections/{id}/explore?objectType=file&object=explore/none.csv"), 404);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Get, $"/connections/{id}/explore?objectType=moon"), 400);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("a/../../b")]
    [InlineData("a/./b")]
    public async Task A_path_that_leaves_its_folder_is_refused(string path)
    {
        JsonObject target = FlowClient.Connection("Cloud", "36965a81-b1c6-401b-99f8-22508f1e6a26", new JsonObject { ["path"] = path });
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, "/targetConnections", target), 400);
    }

    [Theory]
    [InlineData("4fce964d-3f37-408f-9778-e597338a21ee", "bucketName", null)]
    [InlineData("4fce964d-3f37-408f-9778-e597338a21ee", "bucketName", "../x")]
    [InlineData("6d6b59bf-fb58-4107-9064-4d246c0e5bb2", "container", "a/b")]
    [InlineData("c5d93acb-ea8b-4b14-8f53-02138444ae99", "bucketName", "")]
    public async Task A_cloud_needs_the_name_of_a_bucket(string spec, string member, string? bucket)
    {
        JsonObject target = FlowClient.Connection("Cloud", spec, new JsonObject { ["path"] = "out", [member] = bucket });
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, "/targetConnections", target), 400);
    }

    [Theory]
    [InlineData("""{ "format": "xml" }""")]
    [InlineData("""{ "format": "delimited", "properties": { "columnDelimiter": "||" } }""")]
    [InlineData("""{ "format": "json", "properties": { "compressionType": "zip" } }""")]
    [InlineData("""{ "format": "parquet", "properties": { "compressionType": "gzip" } }""")]
    [InlineData("""{ "format": "delimited", "properties": { "encoding": "UTF-16" } }""")]
    public async Task A_source_of_an_unknown_form_is_refused(string data)
    {
        JsonObject source = FlowClient.Connection("Drop zone", FlowClient.LandingZoneSource);
        source["data"] = JsonNode.Parse(data);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, "/sourceConnections", source), 400);
    }

    [Theory]
    [InlineData("""{ "frequency": "minute", "interval": 15 }""", "startTime is missing")]
    [InlineData("""{ "startTime": 0 }""", "frequency is missing")]
    [InlineData("""{ "startTime": 0, "frequency": "hour" }""", "interval is missing")]
    [InlineData("""{ "startTime": 0, "frequency": "day", "interval": 0 }""", "interval is missing")]
    [InlineData("""{ "startTime": 0, "frequency": "minute", "interval": 14 }""", "15 minutes")]
    [InlineData("""{ "startTime": 0, "frequency": "month", "interval": 1 }""", "month")]
    public async Task A_source_needs_a_whole_schedule(string schedule, string says)
    {
        JsonObject flow = await _flows.GetAsync("flows", (await ImportFlow.CreateAsync(fixture)).Id);
        flow["scheduleParams"] = JsonNode.Parse(schedule);
        (int status, JsonObject answer) = await _flows.SendAsync(HttpMethod.Post, "/flows", flow);
        Assert.Equal(400, status);
        Assert.Contains(says, answer.ToJsonString());
    }

    [Theory]
    [InlineData("""{ "startTime": "soon" }""", "params.startTime")]
    [InlineData("""{ "windowStartTime": 1670455537000 }""", "seconds since 1970")]
    [InlineData("""{ "windowStartTime": 100, "windowEndTime": 100 }""", "windowEndTime")]
    public async Task A_window_that_is_none_is_refused(string parameters, string says)
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture, new ImportSettings { Once = true });
        (int status, JsonObject answer) = await _flows.SendAsync(
            HttpMethod.Post, "/runs", new JsonObject { ["flowId"] = flow.Id, ["params"] = JsonNode.Parse(parameters) });
        Assert.Equal(400, status);
        Assert.Contains(says, answer.ToJsonString());
        Assert.Empty((await _flows.ListAsync($"runs?property=flowId=={flow.Id}"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Only_a_source_that_runs_once_runs_on_demand()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, "/runs", new JsonObject { ["flowId"] = flow.Id }), 400);
    }

    [Fact]
    public async Task A_run_on_demand_reads_what_is_new_and_a_disabled_flow_does_not_run()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture, new ImportSettings { Once = true });
        var body = new JsonObject { ["flowId"] = flow.Id };
        (int status, JsonObject started) = await _flows.SendAsync(HttpMethod.Post, "/runs", body);
        Assert.True(status == 201, started.ToJsonString());
        Assert.Equal("success", FlowClient.Status(await _flows.FinishAsync((string)started["id"]!)));
        Assert.Equal(200, (await _flows.SendAsync(HttpMethod.Post, $"/flows/{flow.Id}/action?op=disable")).Status);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, "/runs", body), 400);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, "/runs", new JsonObject { ["flowId"] = $"{Guid.Empty}" }), 404);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, "/runs", new JsonObject()), 400);
    }
}
