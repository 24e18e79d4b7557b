using Aep.Sdk.Queries;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Queries;

public sealed class QueriesClientTests : IDisposable
{
    private const string Root = "/data/foundation/query";

    private readonly Wire _wire = new();
    private readonly QueriesClient _queries;

    public QueriesClientTests() => _queries = new QueriesClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task AQueryIsStartedAndAwaited()
    {
        _wire.On("POST", $"{Root}/queries", (202, """{"id":"q1","state":"SUBMITTED"}""")).On(
            "GET",
            $"{Root}/queries/q1",
            """{"id":"q1","state":"IN_PROGRESS"}""",
            """{"id":"q1","state":"SUCCESS","rowCount":5,"elapsedTime":1200,"effectiveSQL":"SELECT 1","created":"2026-03-01T10:00:00.000Z","isCTAS":true,"new":1}""");

        QueryOperation query = await _queries.StartAsync(new QueryDefinition($"SELECT {1}") { Name = "features" });
        QueryRun run = await query.WaitForCompletionAsync();

        Assert.Equal((5L, 1200L, "SELECT 1"), (run.RowCount, run.ElapsedTime, run.EffectiveSql));
        Assert.True(run.IsCtas);
        Assert.Equal(1, run.AdditionalProperties["new"].GetInt32());
        Wire.IsJson("""{"dbName":"dev:all","sql":"SELECT 1","name":"features"}""", _wire.Single("POST", $"{Root}/queries"));
    }

    [Fact]
    public async Task ATemplateIsRunWithItsParameters()
    {
        _wire.On("POST", $"{Root}/queries", (202, """{"id":"q1","state":"SUBMITTED"}"""));
        QueryDefinition definition = QueryDefinition.FromTemplate("t1") with
        {
            Parameters = new Dictionary<string, string> { ["from_snapshot_id"] = "1" },
            DbName = "dev:other",
        };

        await _queries.StartAsync(definition);

        Wire.IsJson("""{"dbName":"dev:other","templateId":"t1","queryParameters":{"from_snapshot_id":"1"}}""",
            _wire.Single("POST", $"{Root}/queries"));
    }

    [Theory]
    [InlineData("FAILED")]
    [InlineData("KILLED")]
    [InlineData("TIMEOUT")]
    public async Task AQueryThatEndsBadlyThrowsWithTheServersErrors(string state)
    {
        _wire.On("GET", $"{Root}/queries/q1",
            $$"""{"id":"q1","state":"{{state}}","errors":[{"code":408,"message":"too slow","errorType":"SYSTEM_ERROR"}]}""");
        var error = await Assert.ThrowsAsync<AepOperationFailedException>(() => _queries.GetOperation("q1").WaitForCompletionAsync());
        Assert.Equal((state, "408: too slow"), (error.Status, Assert.Single(error.Errors)));
    }

    [Fact]
    public async Task AQueryCanBeCancelled()
    {
        _wire.On("PATCH", $"{Root}/queries/q1", (202, "{}"));
        await _queries.GetOperation("q1").CancelAsync();
        Wire.IsJson("""{"op":"cancel"}""", _wire.Single("PATCH", $"{Root}/queries/q1"));
    }

    [Fact]
    public async Task TemplatesAreFoundOnLaterPages()
    {
        TwoPages();

        QueryTemplate template = await _queries.Templates.GetOrCreateAsync(new QueryTemplateDefinition("features", "SELECT $x"));

        Assert.Equal("t2", template.Id);
        Assert.Equal("2026-02-01T00:00:00.000Z", Wire.Query(_wire.Requests[1], "start"));
        Assert.Equal("-created", Wire.Query(_wire.Requests[1], "orderby"));
    }

    [Fact]
    public async Task ATemplateWithOtherSqlIsUpdated()
    {
        TwoPages().On("PUT", $"{Root}/query-templates/t2", (202, """{"id":"t2","name":"features","sql":"SELECT 2"}"""));
        Assert.Equal("SELECT 2", (await _queries.Templates.GetOrCreateAsync(new QueryTemplateDefinition("features", "SELECT 2"))).Sql);
        Wire.IsJson("""{"name":"features","sql":"SELECT 2","queryParameters":{}}""", _wire.Single("PUT", $"{Root}/query-templates/t2"));
    }

    [Fact]
    public async Task ATemplateKeepsTheValuesOfItsParameters()
    {
        TwoPages().On("PUT", $"{Root}/query-templates/t2", (202, """{"id":"t2","name":"features","queryParameters":{"x":"1"}}"""));
        QueryTemplateDefinition definition = new("features", "SELECT $x") { Parameters = new Dictionary<string, string> { ["x"] = "1" } };
        Assert.Equal("1", (await _queries.Templates.GetOrCreateAsync(definition)).QueryParameters["x"]);
        Wire.IsJson("""{"name":"features","sql":"SELECT $x","queryParameters":{"x":"1"}}""",
            _wire.Single("PUT", $"{Root}/query-templates/t2"));
    }

    [Fact]
    public async Task ATemplateWithTheSameParametersIsLeft()
    {
        _wire.On("GET", $"{Root}/query-templates",
            """{"templates":[{"id":"t1","name":"n","sql":"SELECT $x","queryParameters":{"x":"1"}}],"_links":{}}""");
        QueryTemplateDefinition definition = new("n", "SELECT $x") { Parameters = new Dictionary<string, string> { ["x"] = "1" } };
        Assert.Equal("t1", (await _queries.Templates.GetOrCreateAsync(definition)).Id);
        Assert.Single(_wire.Requests);
    }

    [Fact]
    public async Task AMissingTemplateIsCreated()
    {
        TwoPages().On("POST", $"{Root}/query-templates", (202, """{"id":"t3","name":"new","sql":"SELECT 3"}"""));
        Assert.Equal("t3", (await _queries.Templates.GetOrCreateAsync(new QueryTemplateDefinition("new", "SELECT 3"))).Id);
    }

    [Fact]
    public async Task ARefusedQueryIsTheCallersError()
    {
        _wire.On("POST", $"{Root}/queries", (400, """{"errorMessage":"syntax","statusCode":400}"""));
        await Assert.ThrowsAsync<AepRequestException>(() => _queries.StartAsync(new QueryDefinition($"SELEC 1")));
    }

    private Wire TwoPages() => _wire.On(
        "GET",
        $"{Root}/query-templates",
        """{"templates":[{"id":"t1","name":"a","sql":"x"}],"_links":{"next":{"href":"https://x/query-templates?orderby=-created&start=2026-02-01T00:00:00.000Z"}}}""",
        """{"templates":[{"id":"t2","name":"features","sql":"SELECT $x"}],"_links":{}}""");
}
