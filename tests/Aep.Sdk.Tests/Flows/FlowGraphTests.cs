using Aep.Sdk.Flows;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Flows;

public sealed class FlowGraphTests : IDisposable
{
    private const string Root = "/data/foundation/flowservice";
    private const string Flow =
        """
        {"id":"f1","name":"mine","sourceConnectionIds":["s1"],"targetConnectionIds":["t1"],"transformations":[{"name":"Mapping",
         "params":{"mappingId":"m1"}}]}
        """;
    private const string Source = """{"id":"s1","name":"lake","params":{"datasets":[{"dataSetId":"d1"}]}}""";
    private const string Target = """{"id":"t1","name":"folder","baseConnectionId":"c1"}""";

    private readonly Wire _wire = new();
    private readonly FlowsClient _flows;

    public FlowGraphTests()
    {
        _flows = new FlowsClient(_wire.Pipeline);
        _wire.On("GET", $"{Root}/flows/f1", Items(Flow)).On("GET", $"{Root}/sourceConnections/s1", Items(Source))
            .On("GET", $"{Root}/targetConnections/t1", Items(Target))
            .On("GET", $"{Root}/connections/c1", Items("""{"id":"c1","name":"account"}"""));
        foreach (string path in new[] { "flows/f1", "sourceConnections/s1", "targetConnections/t1", "connections/c1" }) _wire.On(
            "DELETE", $"{Root}/{path}", (204, ""));
    }

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task AGraphKnowsWhatADataflowHangsOn()
    {
        FlowGraph graph = await _flows.Graphs.GetAsync("f1");

        Assert.Equal(("s1", "t1", "c1"), (graph.SourceConnections[0].Id, graph.TargetConnections[0].Id, graph.Connections[0].Id));
        Assert.Equal(["d1"], graph.DatasetIds);
        Assert.Equal(["m1"], graph.MappingSetIds);
    }

    [Fact]
    public async Task WhatOnlyItUsesGoesInOrder()
    {
        Sandbox(Items(Flow), Items(Source), Items(Target));

        FlowDeletion deletion = await _flows.Graphs.DeleteAsync("f1");

        Assert.Equal(["f1", "s1", "t1", "c1"], deletion.Deleted.Select(part => part.Id));
        Assert.Empty(deletion.Kept);
        Assert.Equal(
            [$"{Root}/flows/f1", $"{Root}/sourceConnections/s1", $"{Root}/targetConnections/t1", $"{Root}/connections/c1"], Deleted);
    }

    [Fact]
    public async Task WhatOthersUseStays()
    {
        Sandbox(
            Items(Flow, """{"id":"f2","name":"other","sourceConnectionIds":["s1"],"targetConnectionIds":["t2"]}"""),
            Items(Source),
            Items(Target, """{"id":"t2","name":"elsewhere","baseConnectionId":"c1"}"""));

        FlowDeletion deletion = await _flows.Graphs.DeleteAsync("f1");

        Assert.Equal(["f1", "t1"], deletion.Deleted.Select(part => part.Id));
        Assert.Equal(["dataflow f2 (other)", "connection t2 (elsewhere)"], deletion.Kept.SelectMany(part => part.UsedBy));
        Assert.Equal([$"{Root}/flows/f1", $"{Root}/targetConnections/t1"], Deleted);
    }

    [Fact]
    public async Task APlanChangesNothing()
    {
        Sandbox(Items(Flow), Items(Source), Items(Target));

        Assert.Equal(4, (await _flows.Graphs.PlanDeletionAsync("f1")).Deleted.Count);

        Assert.Empty(Deleted);
    }

    private IEnumerable<string> Deleted => _wire.Requests.Where(request => request.Method == "DELETE").Select(request => request.Path);

    private void Sandbox(string flows, string sources, string targets) => _wire
        .On("GET", $"{Root}/flows", flows).On("GET", $"{Root}/sourceConnections", sources).On("GET", $"{Root}/targetConnections", targets);

    private static string Items(params string[] items) => $$"""{"items":[{{string.Join(',', items)}}]}""";
}
