using Aep.Sdk.Flows;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Flows;

public sealed class FlowActionTests : IDisposable
{
    private const string Root = "/data/foundation/flowservice";

    private readonly Wire _wire = new();
    private readonly FlowsClient _flows;

    public FlowActionTests() => _flows = new FlowsClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task SwitchingOffSendsTheOperationAlone()
    {
        _wire.On("POST", $"{Root}/flows/f1/action", """{"id":"f1"}""");

        await _flows.DisableAsync("f1");

        var sent = _wire.Single("POST", $"{Root}/flows/f1/action");
        Assert.Equal("disable", Wire.Query(sent, "op"));
        Assert.False(sent.Query!.ContainsKey("subOp"));
        Assert.True(string.IsNullOrEmpty(sent.Body), $"Body was {sent.Body}");
        Assert.False(sent.Headers!.ContainsKey("If-Match"));
    }

    [Fact]
    public async Task AnActionInStepsSendsStepVersionAndProgress()
    {
        _wire.On("POST", $"{Root}/flows/f1/action", """{"id":"f1"}""").On("POST", $"{Root}/connections/c1/action", """{"id":"c1"}""");
        var progress = new FlowActionProgress { PercentCompleted = 40, Status = new FlowActionStatus { Value = "IN_PROGRESS" } };

        await _flows.ActAsync("f1", FlowAction.FinalizeUpdate, FlowActionStep.Progress, progress, "\"e\"");
        await _flows.Connections.ActAsync("c1", FlowAction.Publish, FlowActionStep.Apply);

        var sent = _wire.Single("POST", $"{Root}/flows/f1/action");
        Assert.Equal(("FINALIZE_UPDATE", "PROGRESS"), (Wire.Query(sent, "op"), Wire.Query(sent, "subOp")));
        Assert.Equal("\"e\"", Assert.Single(sent.Headers!["If-Match"]));
        Wire.IsJson("""{"percentCompleted":40,"status":{"value":"IN_PROGRESS","errors":[]}}""", sent);
        Assert.Equal("APPLY", Wire.Query(_wire.Single("POST", $"{Root}/connections/c1/action"), "subOp"));
    }

    [Fact]
    public async Task DraftsArePublishedAndRunsRunAgain()
    {
        _wire.On("POST", $"{Root}/sourceConnections/s1/action", """{"id":"s1"}""")
            .On("POST", $"{Root}/targetConnections/t1/action", """{"id":"t1"}""")
            .On("POST", $"{Root}/runs/r1/action", """{"id":"r1"}""").On("POST", $"{Root}/runs", (201, """{"id":"r2"}"""));

        await _flows.SourceConnections.PublishAsync("s1");
        await _flows.TargetConnections.PublishAsync("t1");
        await _flows.Runs.RetriggerAsync("r1");
        DateTimeOffset start = DateTimeOffset.FromUnixTimeSeconds(100);
        Assert.Equal("r2", await _flows.Runs.CreateAsync("f1", new FlowRunWindow(start, start.AddSeconds(50))));

        Assert.Equal(["publish", "publish", "RE_TRIGGER"], _wire.Requests.Take(3).Select(request => Wire.Query(request, "op")));
        Wire.IsJson("""{"flowId":"f1","params":{"windowStartTime":100,"windowEndTime":150}}""", _wire.Single("POST", $"{Root}/runs"));
    }

    [Fact]
    public async Task ConnectionsAreTestedExploredAndPreviewed()
    {
        _wire.On("GET", $"{Root}/connections/c1/test", """{"result":true}""")
            .On("GET", $"{Root}/connections/c1/explore", """[{"type":"folder","name":"in","path":"/in","new":1}]""",
                """{"format":"flat","schema":{"columns":[{"name":"id","type":"string"}]},"data":[{"id":"1"}]}""")
            .On("GET", $"{Root}/connections/c1/configs", """{"items":[{"columnName":"dob","columnType":"date"}]}""");

        Assert.True(await _flows.Connections.TestAsync("c1"));
        ConnectionItem item = Assert.Single(await _flows.Connections.ExploreAsync("c1", "/in"));
        FilePreview preview = await _flows.Connections.PreviewAsync("c1", "/in/a.csv", FlowFileFormat.Delimited);
        ConfigItem config = Assert.Single(await _flows.Connections.GetConfigsAsync("c1"));

        Assert.Equal(("folder", "/in", 1), (item.Type, item.Path, item.AdditionalProperties["new"].GetInt32()));
        Assert.Equal(("dob", "date"), (config.ColumnName, config.ColumnType));
        Assert.Equal("1", Assert.Single(preview.Data).GetProperty("id").GetString());
        Assert.Equal(("folder", "/in"), (Wire.Query(_wire.Requests[1], "objectType"), Wire.Query(_wire.Requests[1], "object")));
        Assert.Equal(("file", "delimited"), (Wire.Query(_wire.Requests[2], "objectType"), Wire.Query(_wire.Requests[2], "fileType")));
    }

    [Fact]
    public async Task ExportableDatasetsComePageByPage()
    {
        string path = $"{Root}/connectionSpecs/{ConnectionSpecIds.ActivationDataLake}/configs";
        _wire.On("GET", path, """{"items":[{"id":"d1"},{"id":"d2"}],"pageInfo":{"hasNext":true}}""",
            """{"items":[{"id":"d3"}],"pageInfo":{"hasNext":false}}""");

        Assert.Equal(
            ["d1", "d2", "d3"], await _flows.ConnectionSpecs.ListExportableDatasetsAsync().Select(dataset => dataset.Id).ToListAsync());

        Assert.Equal(["0", "2"], _wire.Requests.Select(request => Wire.Query(request, "start")));
        Assert.Equal("activationDatasets", Wire.Query(_wire.Requests[0], "outputType"));
    }

    [Fact]
    public async Task SearchesPageByTheTokenOfTheAddress()
    {
        _wire.On("POST", $"{Root}/flows/search",
            """{"items":[{"id":"1"}],"_links":{"next":{"href":"/flows/search?continuationToken=t2"}}}""", """{"items":[{"id":"2"}]}""");

        Assert.Equal(["1", "2"],
            await _flows.SearchAsync(new FlowSearch("state==\"enabled\"") { OrderBy = "name" }).Select(flow => flow.Id).ToListAsync());

        Wire.IsJson("""{"queryString":"state==\"enabled\"","orderby":"name"}""", _wire.Requests[0]);
        Assert.Equal("t2", Wire.Query(_wire.Requests[1], "continuationToken"));
    }

    [Fact]
    public async Task SpecificationsAreCreatedAndReplaced()
    {
        _wire.On("POST", $"{Root}/connectionSpecs", (201, """{"id":"s1","name":"mine"}"""))
            .On("PUT", $"{Root}/flowSpecs/f1", """{"id":"f1","name":"mine"}""");

        Assert.Equal("s1", (await _flows.ConnectionSpecs.CreateAsync(new ConnectionSpecDefinition("mine", "p"))).Id);
        Assert.Equal(
            "f1", (await _flows.FlowSpecs.UpdateAsync("f1", new FlowSpecDefinition("mine", "p") { SourceConnectionSpecIds = ["s1"] })).Id);

        Wire.IsJson("""{"name":"mine","providerId":"p","version":"1.0"}""", _wire.Single("POST", $"{Root}/connectionSpecs"));
        Wire.IsJson("""{"name":"mine","providerId":"p","version":"1.0","sourceConnectionSpecIds":["s1"]}""",
            _wire.Single("PUT", $"{Root}/flowSpecs/f1"));
    }
}
