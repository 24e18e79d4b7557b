using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

public sealed class ViewTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task A_view_reads_what_its_tables_hold_now_and_other_sessions_see_it()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("CREATE TABLE view_source AS SELECT 'red' AS color, 3 AS n");
        await connection.ExecuteAsync(
            "CREATE VIEW Colors AS SELECT color, n * 2 AS doubled /* FROM nowhere */ FROM view_source -- tail\n WHERE color <> 'SELECT * "
                + "FROM missing'");
        await connection.ExecuteAsync("INSERT INTO view_source SELECT 'blue', 4");
        await using NpgsqlConnection other = await QueryServiceConnection.OpenAsync(fixture);
        List<object?[]> rows = await other.RowsAsync("SELECT v.color, doubled FROM colors v WHERE v.doubled > 1 ORDER BY doubled");
        Assert.Equal([("red", 6), ("blue", 8)], rows.Select(row => ((string)row[0]!, (int)row[1]!)));
        Assert.Equal(14L, await other.ScalarAsync(
            "WITH c AS (SELECT * FROM colors) SELECT sum(a.doubled) FROM c a JOIN colors b ON a.color = b.color"));
    }

    [Fact]
    public async Task A_view_keeps_its_columns_and_may_be_replaced_but_not_made_twice()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("CREATE VIEW twice AS SELECT 1 AS a");
        Assert.Equal("42P07", (await connection.FailsAsync("CREATE VIEW twice AS SELECT 2 AS b")).SqlState);
        Assert.Equal("42P07", (await connection.FailsAsync("CREATE TABLE twice AS SELECT 2 AS b")).SqlState);
        await connection.ExecuteAsync("CREATE OR REPLACE VIEW twice AS SELECT 'x' AS b, 7 AS a");
        Assert.Equal(["x", 7], Assert.Single(await connection.RowsAsync("SELECT * FROM twice")));
        await connection.ExecuteAsync("CREATE VIEW on_twice AS SELECT a + 1 AS next FROM twice");
        Assert.Equal(8, await connection.ScalarAsync("SELECT next FROM on_twice"));
    }

    [Fact]
    public async Task A_view_cannot_read_itself_and_no_bad_query_becomes_one()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("CREATE VIEW inner_view AS SELECT 1 AS a");
        await connection.ExecuteAsync("CREATE VIEW outer_view AS SELECT a FROM inner_view");
        Assert.Equal("42P17", (await connection.FailsAsync("CREATE OR REPLACE VIEW inner_view AS SELECT a FROM outer_view")).SqlState);
        Assert.Equal(("42P01", 34), await Failure(connection, "CREATE VIEW bad AS SELECT * FROM nowhere"));
        Assert.Equal("42701", (await connection.FailsAsync("CREATE VIEW bad AS SELECT 1 AS a, 2 AS A")).SqlState);
        Assert.Equal("0A000", (await connection.FailsAsync("CREATE VIEW bad (a) AS SELECT 1")).SqlState);
        Assert.Equal("42601", (await connection.FailsAsync("CREATE VIEW bad AS DROP TABLE x")).SqlState);
        Assert.Equal("42P01", (await connection.FailsAsync("SELECT * FROM bad")).SqlState);
        Assert.Equal(1, await connection.ScalarAsync("SELECT a FROM outer_view"));
    }

    [Fact]
    public async Task Views_and_tables_are_dropped_each_by_its_own_statement()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("CREATE TABLE kept AS SELECT 1 AS a; CREATE VIEW gone AS SELECT a FROM kept");
        Assert.Equal("42809", (await connection.FailsAsync("DROP TABLE gone")).SqlState);
        Assert.Equal("42809", (await connection.FailsAsync("DROP TABLE IF EXISTS gone")).SqlState);
        Assert.Equal("42809", (await connection.FailsAsync("DROP VIEW kept")).SqlState);
        Assert.Equal("42809", (await connection.FailsAsync("INSERT INTO gone SELECT 1")).SqlState);
        Assert.Equal("42809", (await connection.FailsAsync("SELECT * FROM gone SNAPSHOT SINCE 0")).SqlState);
        Assert.Equal("42809", (await connection.FailsAsync("CREATE OR REPLACE VIEW kept AS SELECT 1 AS a")).SqlState);
        await connection.ExecuteAsync("DROP VIEW gone");
        Assert.Equal("42P01", (await connection.FailsAsync("DROP VIEW gone")).SqlState);
        await connection.ExecuteAsync("DROP VIEW IF EXISTS gone");
        Assert.Equal(1, await connection.ScalarAsync("SELECT a FROM kept"));
    }

    [Fact]
    public async Task A_view_over_a_dropped_table_says_which_view_and_what_is_missing()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync(
            "CREATE TABLE short_lived AS SELECT 1 AS a; CREATE VIEW orphan AS SELECT a FROM short_lived; DROP TABLE short_lived");
        PostgresException error = await connection.FailsAsync("SELECT * FROM orphan");
        Assert.Equal(("42P01", 15), (error.SqlState, error.Position));
        Assert.Contains("short_lived", error.MessageText);
        Assert.Contains("orphan", error.MessageText);
    }

    private static async Task<(string, int)> Failure(NpgsqlConnection connection, string sql)
    {
        PostgresException error = await connection.FailsAsync(sql);
        return (error.SqlState, error.Position);
    }
}
