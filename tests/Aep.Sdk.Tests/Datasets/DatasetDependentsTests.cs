using Aep.Sdk.Datasets;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Datasets;

public sealed class DatasetDependentsTests : IDisposable
{
    private const string Catalog =
        "/data/foundation/catalog/dataSets/d1", Flows = "/data/foundation/flowservice", Schedules = "/data/foundation/query/schedules";

    private readonly Wire _wire = new();
    private readonly DatasetsClient _datasets;

    public DatasetDependentsTests()
    {
        _datasets = new AepClient(_wire.Pipeline).Datasets;
        _wire.On("DELETE", Catalog, """["@/dataSets/d1"]""");
    }

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task What_depends_on_a_dataset_is_listed_and_keeps_it()
    {
        _wire.On("GET", Catalog, """{"d1":{"name":"Events","tags":{"adobe/pqs/table":["events"],"unifiedProfile":["enabled:true"]}}}""")
            .On("GET", $"{Flows}/sourceConnections",
                """{"items":[{"id":"s1","name":"Export","params":{"datasets":[{"dataSetId":"d1"}]}},{"id":"s2","params":{"path":"d1x"}}]}""")
            .On("GET", $"{Flows}/targetConnections", """{"items":[{"id":"t1","name":"Idle","params":{"dataSetId":"d1"}}]}""")
            .On("GET", $"{Flows}/flows",
                """{"items":[{"id":"f1","name":"Daily export","sourceConnectionIds":["s1"],"targetConnectionIds":["t9"]}]}""")
            .On("GET", Schedules,
                """
                {"schedules":[{"id":"q1","state":"ENABLED","query":{"sql":"SELECT * FROM Events WHERE a = 1","name":"Features"}},
                {"id":"q2","state":"ENABLED","query":{"sql":"SELECT * FROM events_old"}}]}
                """);
        DatasetInUseException error = await Assert.ThrowsAsync<DatasetInUseException>(() => _datasets.DeleteUnusedAsync("d1"));
        Assert.Equal(
            ["Profile d1 (Real-Time Customer Profile)", "Dataflow f1 (Daily export)", "Connection t1 (Idle)",
                "ScheduledQuery q1 (Features)"],
            error.Uses.Select(use => use.ToString()));
        Assert.Contains("- Dataflow f1 (Daily export)", error.Message);
        Assert.Equal(0, _wire.Count("DELETE", Catalog));
    }

    [Fact]
    public async Task A_dataset_on_which_nothing_depends_is_deleted()
    {
        Nothing();
        _wire.On("GET", Schedules, """{"schedules":[]}""");
        await _datasets.DeleteUnusedAsync("d1");
        Assert.Equal(1, _wire.Count("DELETE", Catalog));
    }

    [Fact]
    public async Task Where_the_client_may_not_look_is_told()
    {
        Nothing();
        _wire.On("GET", Schedules, (403, """{"title":"no"}"""));
        DatasetDependents dependents = await _datasets.GetDependentsAsync("d1");
        Assert.Empty(dependents.Uses);
        Assert.StartsWith("scheduled queries:", Assert.Single(dependents.Unseen));
    }

    private void Nothing()
    {
        _wire.On("GET", Catalog, """{"d1":{"name":"Events","tags":{"adobe/pqs/table":["events"]}}}""");
        foreach (string part in new[] { "sourceConnections", "targetConnections", "flows" })
            _wire.On("GET", $"{Flows}/{part}", """{"items":[]}""");
    }
}
