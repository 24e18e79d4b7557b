using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Queries;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Queries;

public sealed class InteractiveQueryTests : IAsyncDisposable
{
    private const string Connection = "/data/foundation/query/connection_parameters";
    private static readonly PgAnswer Nothing = new([], []);
    private static readonly PgAnswer Counts = new([("event_type", 25), ("users", 20)], [["web", 3L], ["mail", null]]);
    private static readonly PgAnswer Full = new([("n", 20)], [.. Enumerable.Range(0, 50_000).Select(i => new object?[] { (long)i })]);

    private readonly Wire _wire = new();
    private readonly TurningToken _tokens = new();
    private readonly PgServer _server = new(sql => sql switch
    {
        _ when sql.StartsWith("SET", StringComparison.Ordinal) || sql.StartsWith("PREPARE", StringComparison.Ordinal) => Nothing,
        _ when sql.StartsWith("DROP", StringComparison.Ordinal) || sql.StartsWith("INSERT", StringComparison.Ordinal) => Nothing,
        "SELECT missing" => new PgAnswer([], [], ("42P01", "relation does not exist")),
        "SELECT slow" => Counts with { Hangs = true },
        "SELECT silent" => new PgAnswer([("n", 20)], []) { Hangs = true },
        _ when sql.StartsWith("SELECT full", StringComparison.Ordinal) => Full,
        _ => Counts,
    });

    private AepPipeline? _pipeline;

    public async ValueTask DisposeAsync()
    {
        _pipeline?.Dispose();
        _wire.Dispose();
        await _server.DisposeAsync();
    }

    public sealed record Count(string EventType, long? Users);

    public sealed record Web(string Event_type, long? Users, Count? Nested = null);

    [Fact]
    public async Task RowsAreStreamedAsObjects()
    {
        string type = "w'eb";
        List<Count> rows =
            await Queries().QueryAsync<Count>($"SELECT event_type, users FROM {Sql.Table("t")} WHERE event_type <> {type}").ToListAsync();

        Assert.Equal([new Count("web", 3), new Count("mail", null)], rows);
        Assert.Equal(["SELECT event_type, users FROM t WHERE event_type <> 'w''eb'"], _server.Statements);
        Assert.Equal(["pg-token"], _server.Passwords);
        Assert.Equal(("org@AdobeOrg", "dev:all"), (_server.Startup["user"], _server.Startup["database"]));
    }

    [Fact]
    public async Task SettingsAndTheStatementGoInOneText()
    {
        List<QueryRow> rows = await Queries().QueryAsync($"SET auto_to_json=true; SELECT * FROM t LIMIT 2").ToListAsync();

        Assert.Equal(["web", "mail"], rows.Select(row => row.Get<string>("event_type")));
        Assert.Equal(["SET auto_to_json=true", "SELECT * FROM t LIMIT 2"], _server.Statements);
    }

    [Fact]
    public async Task NestedMembersAskForJson()
    {
        await Queries().QueryAsync<Web>($"SELECT * FROM t LIMIT 2").ToListAsync();
        Assert.Equal(["SET auto_to_json=true", "SELECT * FROM t LIMIT 2"], _server.Statements);
    }

    [Fact]
    public async Task RowsGoThroughAFunction() =>
        Assert.Equal([3L, null], await Queries().QueryAsync($"SELECT 1", row => row.Get<long?>("users")).ToListAsync());

    [Fact]
    public async Task ANullNamesItsColumn() => Assert.Contains(
        "users", (await Assert.ThrowsAsync<InvalidCastException>(() => Queries().QueryAsync<NoNull>($"SELECT 1").ToListAsync().AsTask()))
            .Message, StringComparison.Ordinal);

    public sealed record NoNull(string EventType, long Users);

    [Fact]
    public async Task StatementsThatLeaveNothingShareASession()
    {
        QueriesClient queries = Queries();
        await queries.ExecuteAsync($"SELECT 1");
        await queries.ExecuteAsync($"INSERT INTO t SELECT 1");
        Assert.Single(_server.Passwords);
        Assert.Equal(1, _wire.Count("GET", Connection));
        Assert.DoesNotContain(_server.Statements, sql => sql.StartsWith("DISCARD", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ASettingDoesNotReachTheNextCall()
    {
        QueriesClient queries = Queries();
        await queries.ExecuteAsync($"SET a=1; SELECT 1");
        await queries.ExecuteAsync($"SELECT 2");
        Assert.Equal(2, _server.Passwords.Count);
        Assert.Equal(1, _wire.Count("GET", Connection));
    }

    [Fact]
    public async Task EachDatabaseHasItsPool()
    {
        QueriesClient queries = Queries();
        await queries.ExecuteAsync($"SELECT 1", new QueryOptions { Database = "web_events" });
        Assert.Equal("dev:web_events", _server.Startup["database"]);
        await queries.ExecuteAsync($"SELECT 1", new QueryOptions { Database = "prod:all" });
        Assert.Equal("prod:all", _server.Startup["database"]);
        await queries.ExecuteAsync($"SELECT 1", new QueryOptions { Database = "web_events" });
        Assert.Equal(2, _server.Passwords.Count);
    }

    [Fact]
    public async Task ANewTokenBeginsNewSessions()
    {
        QueriesClient queries = Queries("first", "second");
        await queries.ExecuteAsync($"SELECT 1");
        _tokens.Turn();
        await queries.ExecuteAsync($"SELECT 1");
        Assert.Equal(["first", "second"], _server.Passwords);
    }

    [Fact]
    public async Task ARefusedLoginRenewsTheTokenOnce()
    {
        _server.Refused.Add("first");
        await Queries("first", "second").ExecuteAsync($"SELECT 1");
        Assert.Equal(["first", "second"], _server.Passwords);
    }

    [Fact]
    public async Task ALoginThatIsRefusedTwiceIsAnError()
    {
        _server.Refused.Add("pg-token");
        var error = await Assert.ThrowsAsync<AepQueryException>(() => Queries().ExecuteAsync($"SELECT 1"));
        Assert.Equal(("28P01", 2), (error.SqlState, _server.Passwords.Count));
        Assert.DoesNotContain("pg-token", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARefusedStatementIsOurErrorWithTheServersWords()
    {
        var error = await Assert.ThrowsAsync<AepQueryException>(() => Queries().ExecuteAsync($"SELECT missing"));
        Assert.Equal(("42P01", "look again"), (error.SqlState, error.Hint));
        Assert.Contains("relation does not exist", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pg-token", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACertificateThatIsNotTrustedIsRefused()
    {
        await Assert.ThrowsAsync<AepQueryException>(() => Queries(trust: false, "pg-token").ExecuteAsync($"SELECT 1"));
        Assert.Empty(_server.Passwords);
    }

    [Fact]
    public async Task ACancelledQueryStopsOnTheServer()
    {
        using var cancelled = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (QueryRow row in Queries().QueryAsync($"SELECT slow", cancelled.Token))
            {
                if (row["users"] is null) await cancelled.CancelAsync();
            }
        });
        Assert.True(_server.Cancels > 0);
    }

    [Fact]
    public async Task ALoopThatIsLeftStopsTheQueryOnTheServer()
    {
        await foreach (QueryRow _ in Queries().QueryAsync($"SELECT slow")) break;
        Assert.True(_server.Cancels > 0);
    }

    [Fact]
    public async Task AResultThatMayHaveBeenCutIsAnErrorAfterItsRows()
    {
        QueriesClient queries = Queries();
        int rows = 0;
        var error = await Assert.ThrowsAsync<AepQueryException>(async () =>
        {
            await foreach (long _ in queries.QueryAsync<long>($"SELECT full FROM (SELECT 1 LIMIT 5)")) rows++;
        });
        Assert.Equal(50_000, rows);
        Assert.Contains("AllRows", error.Message, StringComparison.Ordinal);

        Assert.Equal(50_000, await queries.QueryAsync<long>($"SELECT full FROM t LIMIT 50000").CountAsync());
        Assert.Equal(50_000, await queries.QueryAsync<long>($"SELECT full", new QueryOptions { AcceptCutResult = true }).CountAsync());
        Assert.Equal(50_000, await queries.QueryAsync<long>($"SELECT full -- all\n;", new QueryOptions { AllRows = true }).CountAsync());
        Assert.Equal("SELECT full -- all\nLIMIT 0", _server.Statements[^1]);
    }

    [Fact]
    public async Task ASlowQueryMovesToTheBackgroundWhenAsked()
    {
        _wire.On("POST", "/data/foundation/query/queries", (202, """{"id":"q1","state":"SUBMITTED"}"""))
            .On("GET", "/data/foundation/query/queries/q1", """{"id":"q1","state":"SUCCESS"}""");
        QueriesClient queries = Queries();
        Task<List<QueryRow>> rows = queries.QueryAsync($"SELECT silent",
            new QueryOptions { MoveToBackgroundAfter = TimeSpan.FromMinutes(10) }).ToListAsync().AsTask();
        while (!_server.Statements.Contains("SELECT silent") && !rows.IsCompleted) await Task.Yield();
        _wire.Time.ExpireDeadlines();

        Assert.Equal(2, (await rows).Count);
        string created = System.Text.Json.JsonDocument.Parse(_wire.Single("POST",
            "/data/foundation/query/queries").Body!).RootElement.GetProperty("sql").GetString()!;
        Assert.Matches("^CREATE TABLE aep_sdk_[0-9a-f]{32} AS\nSELECT silent$", created);
        string table = created.Split(' ')[2];
        Assert.Equal(["SELECT silent", $"SELECT * FROM {table} LIMIT 0", $"DROP TABLE {table}"], _server.Statements);
        Assert.True(_server.Cancels > 0);
        await Assert.ThrowsAsync<ArgumentException>(() => queries.ExecuteAsync(
            $"INSERT INTO t SELECT 1", new QueryOptions { MoveToBackgroundAfter = TimeSpan.FromMinutes(1) }));
    }

    [Fact]
    public async Task ASessionKeepsPreparedStatements()
    {
        await using QuerySession session = await Queries().OpenSessionAsync();
        PreparedQuery prepared = await session.PrepareAsync("by_type", $"SELECT * FROM t WHERE event_type = $1 AND users > $2 LIMIT 9");
        Assert.Equal(2, (await prepared.QueryAsync<Count>(["w'eb", 3]).ToListAsync()).Count);
        Assert.Equal(2, (await prepared.QueryAsync<Count>([new[] { "a", "b'" }, 3]).ToListAsync()).Count);
        Assert.Equal(
            ["PREPARE by_type AS SELECT * FROM t WHERE event_type = $1 AND users > $2 LIMIT 9", "EXECUTE by_type('w''eb', 3)",
                "EXECUTE by_type(array('a', 'b'''), 3)"],
            _server.Statements);
        Assert.Single(_server.Passwords);
    }

    [Fact]
    public async Task ColumnsAreKnownBeforeTheRows()
    {
        await using QueryResult result = await Queries().OpenAsync($"SELECT * FROM t");
        Assert.Equal(
            [("event_type", typeof(string)), ("users", typeof(long))], result.Columns.Select(column => (column.Name, column.Type)));
        Assert.Equal(2, await result.ReadAsync().CountAsync());
    }

    private QueriesClient Queries() => Queries(trust: true, "pg-token");

    private QueriesClient Queries(params string[] tokens) => Queries(trust: true, tokens);

    private QueriesClient Queries(bool trust, params string[] tokens)
    {
        _wire.On("GET", Connection, [.. tokens.Select(token => (object)
            $$"""{"host":"localhost","port":{{_server.Port}},"username":"org@AdobeOrg","token":"{{token}}","dbName":"dev:all"}""")]);
        AepOptions options = _wire.Pipeline.Options with { TrustedCertificateFile = trust ? _server.CertificateFile : null };
        _pipeline = new AepPipeline(options, _tokens);
        return new QueriesClient(_pipeline);
    }
}
