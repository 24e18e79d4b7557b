using System.Text.Json;
using Aep.Sdk.Queries;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Queries;

/// <summary>Listings, accelerated queries, connection and addresses.</summary>
public sealed class QueryServiceTests : IDisposable
{
    private const string Root = "/data/foundation/query";

    private readonly Wire _wire = new();
    private readonly QueriesClient _queries;

    public QueryServiceTests() => _queries = new QueriesClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task QueriesAreListedByConditions()
    {
        _wire.On(
            "GET", $"{Root}/queries",
            """{"queries":[{"id":"q1","state":"FAILED","client":"Aep","_links":{"created_dataset":{"id":"d1"},"referenced_datasets":[{"id":"d2"}],"cancel":{"href":"x"}}}],"_links":{"next":{"href":"/queries?start=2026-01-01T00:00:00.000Z"}}}""",
            """{"queries":[{"id":"q2","state":"SOMETHING_NEW"}],"_links":{}}""");
        QuerySelection selection = QuerySelection.Where(QueryFilter.InState(QueryState.Failed), QueryFilter.Contains("id", "q"))
            with
        { Order = QueryOrder.LastUpdatedLast, IncludeDeleted = true, IncludeHidden = true };

        List<QueryRun> runs = await _queries.ListAsync(selection).ToListAsync();

        Assert.Equal([QueryState.Failed, new QueryState("SOMETHING_NEW")], runs.Select(run => run.State));
        Assert.Equal(("d1", "d2"), (runs[0].Links!.CreatedDataset!.Id, runs[0].Links!.ReferencedDatasets[0].Id));
        Assert.True(runs[0].Links!.AdditionalProperties.ContainsKey("cancel"));
        Assert.Equal(
            ("+updated", "state==FAILED,id~q", "false", "false", "2026-01-01T00:00:00.000Z"),
            (Ask("orderby"), string.Join(',', _wire.Requests[1].Query!["property"]), Ask("excludeSoftDeleted"),
                Ask("excludeHidden"), Ask("start")));
    }

    [Fact]
    public async Task EveryConditionOfTheListingCanBeAskedFor()
    {
        _wire.On("GET", $"{Root}/queries", """{"queries":[],"_links":{}}""");
        var time = new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.FromHours(1));
        QuerySelection selection = QuerySelection.Where(
            QueryFilter.NotBefore("created", time), QueryFilter.NotAfter("updated", time), QueryFilter.ReadsAnyOf("d1", "d2"),
            QueryFilter.FromTemplate("t"), QueryFilter.FromSchedule("s"), QueryFilter.ByUser("u"));
        Assert.Empty(await _queries.ListAsync(selection).ToListAsync());
        Assert.Equal(
            "created>=2026-03-02T00:00:00.000Z,updated<=2026-03-02T00:00:00.000Z,referenced_datasets==d1||d2,templateId==t,scheduleId==s,userId==u",
            Wire.Query(_wire.Requests[0], "property"));
    }

    [Fact]
    public async Task AListingBeginsAtAMomentWithPagesOfASize()
    {
        _wire.On("GET", $"{Root}/queries", """{"queries":[],"_links":{}}""");
        await foreach (AepPage<QueryRun> page in _queries.ListAsync().AsPagesAsync("2026-01-01T00:00:00.000Z", pageSize: 7))
            Assert.Empty(page.Items);
        Assert.Equal(("2026-01-01T00:00:00.000Z", "7"), (Wire.Query(_wire.Requests[0], "start"), Wire.Query(_wire.Requests[0], "limit")));
    }

    [Fact]
    public void AChoiceOfValuesIsRefusedWhereTheServiceTakesNone()
    {
        Assert.Throws<ArgumentException>(() => QueryFilter.ReadsAnyOf());
        Assert.Throws<ArgumentException>(() => QueryFilter.ReadsAnyOf([.. Enumerable.Repeat("d", 11)]));
        Assert.Throws<ArgumentException>(() => QueryFilter.ReadsAnyOf("a", ""));
        Assert.Throws<ArgumentException>(() => QueryFilter.ReadsAnyOf("a||b"));
        Assert.Throws<ArgumentException>(() => QueryFilter.ReadsAnyOf("a,b"));
    }

    [Fact]
    public async Task AQueryIsReadAndDeletedSoftly()
    {
        _wire.On("GET", $"{Root}/queries/q1",
            """{"id":"q1","state":"SUCCESS","request":{"dbName":"dev:all","sql":"SELECT 1","insertIntoParameters":{"datasetName":"d"}}}""")
            .On("PATCH", $"{Root}/queries/q1", (202, "{}"));
        Assert.Equal("d", (await _queries.GetAsync("q1")).Request!.InsertInto);
        await _queries.DeleteAsync("q1");
        Wire.IsJson("""{"op":"soft_delete"}""", _wire.Single("PATCH", $"{Root}/queries/q1"));
    }

    [Fact]
    public async Task RowsGoIntoADataset()
    {
        _wire.On("POST", $"{Root}/queries", (202, """{"id":"q1","state":"SUBMITTED"}"""));
        await _queries.StartAsync(
            new QueryDefinition($"SELECT 1") { CreateTable = new QueryTable { DatasetName = "d", TargetSchemaTitle = "s" } });
        await _queries.StartAsync(new QueryDefinition($"SELECT 1") { InsertInto = "d" });
        Wire.IsJson(
            """{"dbName":"dev:all","sql":"SELECT 1","ctasParameters":{"datasetName":"d","targetSchemaTitle":"s"}}""", _wire.Requests[0]);
        Wire.IsJson("""{"dbName":"dev:all","sql":"SELECT 1","insertIntoParameters":{"datasetName":"d"}}""", _wire.Requests[1]);
    }

    [Theory]
    [InlineData("""[{"a":1},{"a":2}]""", 2)]
    [InlineData("""{"a":1}""", 1)]
    public async Task AnAcceleratedQueryGivesItsRows(string results, int count)
    {
        _wire.On("POST", $"{Root}/accelerated-queries",
            $$$"""{"queryId":"q1","resultsMeta":{"_adhoc":{"type":"object"}},"results":{{{results}}}}""");
        AcceleratedQueryResult result =
            await _queries.RunAcceleratedAsync(new QueryDefinition($"SELECT a FROM t") { DbName = "dev:db:schema" });
        Assert.Equal(Enumerable.Range(1, count), result.Results.Select(row => row.GetProperty("a").GetInt32()));
        Wire.IsJson("""{"dbName":"dev:db:schema","sql":"SELECT a FROM t"}""", _wire.Requests[0]);
        await Assert.ThrowsAsync<ArgumentException>(() => _queries.RunAcceleratedAsync(new QueryDefinition($"SELECT 1")));
    }

    [Fact]
    public async Task TheConnectionPrintsNoToken()
    {
        _wire.On("GET", $"{Root}/connection_parameters",
            """{"host":"h","port":80,"username":"u","token":"top-secret","compressedToken":"short-secret","version":1,"dbName":"dev:all","websoketHost":"w"}""");
        QueryConnection connection = await _queries.GetConnectionAsync();
        Assert.Equal(("top-secret", "w", 1), (connection.Token!.Reveal(), connection.WebsocketHost, connection.Version));
        Assert.DoesNotContain("secret", connection.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddressesAreSetAndChecked()
    {
        string access =
            """{"imsOrg":"o","sandboxName":"dev","channel":"data_distiller","allowedIpRanges":[{"ipRange":"136.23.110.0/23","description":"VPN"}]}""";
        _wire.On("GET", $"{Root}/security/ip-access", access).On("PUT", $"{Root}/security/ip-access", access)
            .On("DELETE", $"{Root}/security/ip-access", """{"imsOrg":"o","deletedIpRanges":[{"ipRange":"1.2.3.4"}]}""")
            .On("POST", $"{Root}/security/validate/ip-access", """{"isAllowed":true}""");
        Assert.Equal("136.23.110.0/23", Assert.Single((await _queries.IpAccess.GetAsync()).AllowedIpRanges).IpRange);
        await _queries.IpAccess.SetAsync([new QueryIpRange { IpRange = "136.23.110.0/23", Description = "VPN" }]);
        Wire.IsJson(
            """{"ipRanges":[{"ipRange":"136.23.110.0/23","description":"VPN"}]}""", _wire.Single("PUT", $"{Root}/security/ip-access"));
        Assert.Equal("1.2.3.4", Assert.Single((await _queries.IpAccess.DeleteAsync()).DeletedIpRanges).IpRange);
        Assert.True(await _queries.IpAccess.IsAllowedAsync("136.23.110.7"));
    }

    [Fact]
    public async Task TemplatesAreCounted()
    {
        _wire.On("GET", $"{Root}/query-templates/count", """{"totalCount":52,"version":1}""");
        Assert.Equal(52, await _queries.Templates.CountAsync("u"));
        Assert.Equal("userId==u", Wire.Query(_wire.Requests[0], "property"));
    }

    private string Ask(string name) => Wire.Query(_wire.Requests[1], name);
}
