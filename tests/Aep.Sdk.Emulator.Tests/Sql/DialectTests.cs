using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

public sealed class DialectTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private NpgsqlConnection _connection = null!;
    private EventTable _events = null!;

    public async Task InitializeAsync()
    {
        _connection = await QueryServiceConnection.OpenAsync(fixture);
        await _connection.ExecuteAsync("DROP TABLE IF EXISTS events");
        _events = await EventTable.CreateAsync(_connection, "events");
    }

    public async Task DisposeAsync() => await _connection.DisposeAsync();

    [Theory]
    [InlineData("SELECT 'FROM events' AS t", "FROM events")]
    [InlineData("SELECT 'it''s TIME_BETWEEN_PREVIOUS_MATCH(a, b) == `x`' AS t", "it's TIME_BETWEEN_PREVIOUS_MATCH(a, b) == `x`")]
    [InlineData("SELECT $tag$ SNAPSHOT SINCE 1; $$ BEGIN $tag$ AS t", " SNAPSHOT SINCE 1; $$ BEGIN ")]
    [InlineData("SELECT E'a\\';b' AS t", "a';b")]
    [InlineData("SELECT 'a' -- FROM nowhere; 'b'\n || 'c' AS t", "ac")]
    [InlineData("SELECT 'a' /* FROM nowhere /* nested */ ; */ || 'c' AS t", "ac")]
    [InlineData("SELECT \"FROM events\" FROM (SELECT 'quoted' AS \"FROM events\") AS x", "quoted")]
    [InlineData("SELECT `a b` FROM (SELECT 'back' AS `a b`) AS x", "back")]
    public async Task Look_alikes_in_literals_comments_and_names_are_left_alone(string sql, string expected) =>
        Assert.Equal(expected, await _connection.ScalarAsync(sql));

    [Theory]
    [InlineData("SELECT count(*) FROM events WHERE eventType == 'web.formFilledOut'", "web.formFilledOut")]
    [InlineData("SELECT COUNT(_ID) FROM EVENTS e WHERE e.EVENTTYPE = 'commerce.productViews'", "commerce.productViews")]
    [InlineData(
        "WITH picked AS (SELECT * FROM events), events AS (SELECT * FROM picked WHERE `eventType` = 'commerce.productViews') SELECT "
            + "count(*) FROM events", "commerce.productViews")]
    [InlineData("SELECT count(*) FROM (events e JOIN (SELECT 'web.formFilledOut' AS kind) k ON e.eventType = k.kind)", "web.formFilledOut")]
    [InlineData(
        "SELECT count(*) FROM dev.public.events x, (SELECT 'web.formFilledOut' AS kind) y WHERE x.eventType = y.kind", "web.formFilledOut")]
    [InlineData("SELECT count(*) FROM \"events\" WHERE events.eventType IS NOT DISTINCT FROM 'web.formFilledOut'", "web.formFilledOut")]
    public async Task Tables_are_found_wherever_a_query_may_name_them(string sql, string type) =>
        Assert.Equal(_events.Events.LongCount(item => item.Type == type), await _connection.ScalarAsync(sql));

    [Fact]
    public async Task From_inside_functions_names_no_table() =>
        Assert.Equal("2024el", await _connection.ScalarAsync(
            "SELECT CAST(EXTRACT(YEAR FROM min(timestamp)) AS VARCHAR) || SUBSTRING('hello' FROM 2 FOR 2) FROM events"));

    [Fact]
    public async Task Users_that_did_one_thing_and_later_another_are_counted()
    {
        List<object?[]> rows = await _connection.RowsAsync("""
            SELECT first_type, later_type, COUNT(DISTINCT userId) AS "distinctUsers"
            FROM (SELECT a.eventType AS first_type, b.eventType AS later_type, a._tenant.userid AS userID
                  FROM events a JOIN events b ON a._tenant.userid = b._tenant.userid WHERE a.timestamp <= b.timestamp)
            GROUP BY first_type, later_type ORDER BY distinctUsers DESC, 1, 2
            """);
        var expected = (from a in _events.Events
                        from b in _events.Events
                        where a.User == b.User && a.Time <= b.Time
                        group a.User by (a.Type, Later: b.Type) into pair
                        select (pair.Key.Type, pair.Key.Later, Users: pair.Distinct().LongCount()))
            .OrderByDescending(pair => pair.Users).ThenBy(pair => pair.Type, StringComparer.Ordinal)
                .ThenBy(pair => pair.Later, StringComparer.Ordinal);
        Assert.Equal(expected, rows.Select(row => ((string)row[0]!, (string)row[1]!, (long)row[2]!)));
    }

    [Fact]
    public async Task Any_word_can_be_an_alias_without_as()
    {
        List<object?[]> rows = await _connection.RowsAsync(
            "SELECT name, timestamp, x FROM (SELECT max(_tenant.userid) name, min(e.timestamp) timestamp, CASE WHEN (count(*) > 1) THEN "
                + "(2) END AS x FROM events e)");
        Assert.Equal(_events.Events.Min(item => item.Time), rows[0][1]);
    }

    [Fact]
    public async Task Minus_is_except() =>
        Assert.Equal(
            [1, 3], (await _connection.RowsAsync("SELECT x FROM (VALUES (1), (2), (3)) v(x) MINUS SELECT 2 ORDER BY 1"))
                .Select(row => (int)row[0]!));

    [Fact]
    public async Task Division_by_zero_is_null_as_in_spark() => Assert.Equal(DBNull.Value, await _connection.ScalarAsync("SELECT 1 / 0"));

    [Theory]
    [InlineData("SELECT eventTyp FROM events", "42703")]
    [InlineData("SELECT _tenant.user FROM events", "42703")]
    [InlineData("SELECT * FROM event", "42P01")]
    [InlineData("SELECT * FROM other.events", "42P01")]
    [InlineData("SELEC 1", "42601")]
    [InlineData("SELECT (1", "42601")]
    [InlineData("SELECT 'open", "42601")]
    [InlineData("SELECT _id, count(*) FROM events", "42803")]
    [InlineData("SELECT nofunction(1)", "42883")]
    [InlineData("SELECT CAST(3000000000 AS INTEGER)", "22003")]
    [InlineData("SELECT history_meta('nowhere')", "42P01")]
    [InlineData("SELECT * FROM events LIMIT 100001", "53400")]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')", "0A000")]
    [InlineData("SELECT * FROM '/etc/passwd'", "42601")]
    [InlineData("SELECT @x", "42P02")]
    [InlineData("SET @x = SELECT 1", "0A000")]
    [InlineData("CREATE TEMP VIEW v AS SELECT 1", "0A000")]
    [InlineData("UPDATE events SET _id = '1'", "0A000")]
    [InlineData("SELECT SESS_TIMEOUT(timestamp, 60) FROM events", "42601")]
    [InlineData("SELECT SESS_TIMEOUT(timestamp) OVER (ORDER BY timestamp) FROM events", "42883")]
    [InlineData("SELECT CREATED FROM events SESSION", "42703")]
    [InlineData("SELECT TIME_BETWEEN_PREVIOUS_MATCH(timestamp, true, 'weeks') OVER (ORDER BY timestamp) FROM events", "22023")]
    [InlineData("SHOW no_such_setting", "42704")]
    public async Task Errors_carry_their_sqlstate(string sql, string state) =>
        Assert.Equal(state, (await _connection.FailsAsync(sql)).SqlState);

    [Fact]
    public async Task Interactive_results_end_at_50000_rows_unless_a_limit_says_otherwise()
    {
        Assert.Equal(50_000, (await _connection.RowsAsync("SELECT x FROM range(60000) AS r(x)")).Count);
        Assert.Equal(55_000, (await _connection.RowsAsync("SELECT x FROM range(60000) AS r(x) LIMIT 55000")).Count);
        Assert.Equal(60_000, (await _connection.RowsAsync("SELECT x FROM range(60000) AS r(x) LIMIT 0")).Count);
        Assert.Equal(60_000L, await _connection.ScalarAsync("SELECT count(*) FROM range(60000)"));
    }
}
