using System.Text.Json.Nodes;
using Aep.Sdk.Flows;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Flows;

public sealed class FlowsClientTests : IDisposable
{
    private const string Root = "/data/foundation/flowservice";

    private readonly Wire _wire = new();
    private readonly FlowsClient _flows;

    public FlowsClientTests() => _flows = new FlowsClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task ListingFollowsTheContinuationToken()
    {
        _wire.On(
            "GET",
            $"{Root}/flows",
            """{"items":[{"id":"1","name":"a"}],"_links":{"next":{"href":"/flows?limit=1&continuationToken=x%2B1"}}}""",
            """{"items":[{"id":"2","name":"b","state":"enabled","surprise":1}]}""");

        List<Flow> flows = await _flows.ListAsync().ToListAsync();

        Assert.Equal(["1", "2"], flows.Select(flow => flow.Id));
        Assert.Equal(FlowState.Enabled, flows[1].State);
        Assert.Equal(1, flows[1].AdditionalProperties["surprise"].GetInt32());
        Assert.Equal("x+1", Wire.Query(_wire.Requests[1], "continuationToken"));
        Assert.Equal("Bearer test-token", Assert.Single(_wire.Requests[0].Headers!["Authorization"]));
        Assert.Equal("dev", Assert.Single(_wire.Requests[0].Headers!["x-sandbox-name"]));
    }

    [Fact]
    public async Task CreatingSendsTheDefinition()
    {
        _wire.On("POST", $"{Root}/flows", (201, """{"id":"f1","etag":"\"e\""}"""));
        var definition = new FlowDefinition("name", new SpecReference("spec"))
        {
            SourceConnectionIds = ["s"],
            TargetConnectionIds = ["t"],
            Transformations = [new FlowTransformation("Mapping", new JsonObject { ["mappingId"] = "m" })],
            ScheduleParams = new JsonObject { ["interval"] = 3 },
        };

        Assert.Equal("f1", await _flows.CreateAsync(definition));
        Wire.IsJson(
            """
            {"name":"name","flowSpec":{"id":"spec","version":"1.0"},"sourceConnectionIds":["s"],"targetConnectionIds":["t"],
             "transformations":[{"name":"Mapping","params":{"mappingId":"m"}}],"scheduleParams":{"interval":3}}
            """,
            _wire.Single("POST", $"{Root}/flows"));
    }

    [Fact]
    public async Task UpdatingSendsTheVersionAndAPatch()
    {
        _wire.On("GET", $"{Root}/flows/f1", """{"items":[{"id":"f1","etag":"\"e1\""}]}""")
            .On("PATCH", $"{Root}/flows/f1", """{"id":"f1"}""");

        await _flows.UpdateAsync(await _flows.GetAsync("f1"), [JsonPatchOperation.Add("/a", 1)]);

        Assert.Equal("\"e1\"", Assert.Single(_wire.Single("PATCH", $"{Root}/flows/f1").Headers!["If-Match"]));
        Wire.IsJson("""[{"op":"add","path":"/a","value":1}]""", _wire.Single("PATCH", $"{Root}/flows/f1"));
    }

    [Fact]
    public async Task AnEmptyAnswerToGetIsNotFound()
    {
        _wire.On("GET", $"{Root}/flows/f1", """{"items":[]}""");
        await Assert.ThrowsAsync<AepNotFoundException>(() => _flows.GetAsync("f1"));
    }

    [Fact]
    public async Task ConnectionsAreReusedByName()
    {
        _wire.On("GET", $"{Root}/connections", """{"items":[{"id":"c0","name":"other"},{"id":"c1","name":"mine"}]}""")
            .On("GET", $"{Root}/sourceConnections", """{"items":[]}""")
            .On("POST", $"{Root}/sourceConnections", (201, """{"id":"s1"}"""));

        Assert.Equal("c1", await _flows.Connections.GetOrCreateAsync(new ConnectionDefinition("mine", new SpecReference("spec"))));
        Assert.Equal(
            "s1", await _flows.SourceConnections.GetOrCreateAsync(new SourceConnectionDefinition("mine", new SpecReference("spec"))));

        Assert.Equal(0, _wire.Count("POST", $"{Root}/connections"));
        Wire.IsJson(
            """{"name":"mine","connectionSpec":{"id":"spec","version":"1.0"}}""", _wire.Single("POST", $"{Root}/sourceConnections"));
    }

    [Fact]
    public async Task SpecificationsAreLookedUpByNameWhateverTheFilterDoes()
    {
        _wire.On("GET", $"{Root}/connectionSpecs",
            """{"items":[{"id":"1","name":"other"},{"id":"2","name":"activation-datalake","version":"1.0"}]}""");

        Assert.Equal("2", (await _flows.ConnectionSpecs.GetByNameAsync(ConnectionSpecNames.ActivationDataLake)).Id);
        Assert.Equal("name==activation-datalake", Wire.Query(_wire.Requests[0], "property"));
        await Assert.ThrowsAsync<AepException>(() => _flows.ConnectionSpecs.GetByNameAsync("missing"));
    }

    [Fact]
    public async Task AForbiddenListingIsAnErrorNotAnEmptyList()
    {
        _wire.On("GET", $"{Root}/flows", (403, """{"title":"Forbidden","detail":"no"}"""));
        await Assert.ThrowsAsync<AepPermissionException>(async () => await _flows.FindByNameAsync("x"));
    }
}
