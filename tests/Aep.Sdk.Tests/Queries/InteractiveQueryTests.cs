using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Queries;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Queries;

public sealed class InteractiveQueryTests : IAsyncDisposable
{
    private static readonly PgAnswer Nothing = new([], []);
    private static readonly PgAnswer Counts = new([("event_type", 25), ("users", 20)], [["web", 3L], ["mail", null]]);

    private readonly Wire _wire = new();
    private readonly PgServer _server = new(sql => sql switch
    {
        _ when sql.StartsWith("SET", StringComparison.Ordinal) => Nothing,
        "SELECT missing" => new PgAnswer([], [], ("42P01", "relation does not exist")),
        _ => Counts,
    });

    public async ValueTask DisposeAsync()
    {
        _wire.Dispose();
        await _server.DisposeAsync();
    }

    public sealed record Count(string EventType, long? Users);

    [Fact]
    public async Task RowsAreStreamedAsObjects()
    {
        string type = "w'eb";
        List<Count> rows = await Queries().QueryAsync<Count>($"SELECT event_type, users FROM {Sql.Table("t")} WHERE event_type <> {type}").ToListAsync();

        Assert.Equal([new Count("web", 3), new Count("mail", null)], rows);
        Assert.Equal(["SELECT event_type, users FROM t WHERE event_type <> 'w''eb'"], _server.Statements);
        Assert.Equal(["pg-token"], _server.Passwords);
        Assert.Equal(("org@AdobeOrg", "dev:all"), (_server.Startup["user"], _server.Startup["database"]));
    }

    [Fact]
    public async Task SettingsAndTheStatementGoInOneText()
    {
        List<QueryRow> rows = await Queries().QueryAsync("SET auto_to_json=true; SELECT * FROM t LIMIT 2").ToListAsync();

        Assert.Equal(["web", "mail"], rows.Select(row => row.Get<string>("event_type")));
        Assert.Equal(["SET auto_to_json=true", "SELECT * FROM t LIMIT 2"], _server.Statements);
    }

    [Fact]
    public async Task RowsGoThroughAFunction() =>
        Assert.Equal([3L, null], await Queries().QueryAsync("SELECT 1", row => row.Get<long?>("users")).ToListAsync());

    [Fact]
    public async Task EachCallHasASessionWithAFreshToken()
    {
        QueriesClient queries = Queries();
        await queries.ExecuteAsync("SET a=1");
        await queries.ExecuteAsync("SET a=2");
        Assert.Equal(2, _server.Passwords.Count);
        Assert.Equal(2, _wire.Count("GET", "/data/foundation/query/connection_parameters"));
    }

    [Fact]
    public async Task ARefusedStatementIsOurErrorWithTheServersWords()
    {
        var error = await Assert.ThrowsAsync<AepQueryException>(() => Queries().ExecuteAsync("SELECT missing"));
        Assert.Equal(("42P01", "look again"), (error.SqlState, error.Hint));
        Assert.Contains("relation does not exist", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pg-token", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACertificateThatIsNotTrustedIsRefused()
    {
        await Assert.ThrowsAsync<AepQueryException>(() => Queries(trust: false).ExecuteAsync("SELECT 1"));
        Assert.Empty(_server.Passwords);
    }

    [Fact]
    public async Task ACancelledQueryStops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Queries().ExecuteAsync("SELECT 1", cancelled.Token));
    }

    private QueriesClient Queries(bool trust = true)
    {
        _wire.On("GET", "/data/foundation/query/connection_parameters", $$"""{"host":"localhost","port":{{_server.Port}},"username":"org@AdobeOrg","token":"pg-token","dbName":"dev:all"}""");
        AepOptions options = _wire.Pipeline.Options with { TrustedCertificateFile = trust ? _server.CertificateFile : null };
        return new QueriesClient(new AepPipeline(options, new FixedToken()));
    }
}
