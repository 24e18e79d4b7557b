using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

public sealed class ListingTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Show_tables_lists_datasets_with_their_ids()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("CREATE TABLE Listed_One AS SELECT 1 AS a");
        object?[] row = Assert.Single(await connection.RowsAsync("SHOW TABLES"), candidate => candidate[0] is "listed_one");
        string catalog = await fixture.Client.GetStringAsync("/data/foundation/catalog/dataSets?name=Listed_One");
        Assert.Contains($"\"{row[1]}\"", catalog);
        Assert.Equal(["Listed_One", null, true], row[2..]);
    }

    [Fact]
    public async Task Describe_shows_the_columns_of_tables_and_views_with_types_of_spark()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("""
            CREATE TABLE described AS SELECT 'a' AS s, 1 AS i, 2L AS l, 0.5 AS d, true AS b, DATE '2024-01-02' AS day, TIMESTAMP '2024-01-02 03:04:05' AS moment,
                struct('x' AS id, array(1, 2) AS n) AS _nested, map('k', 1.5) AS m
            """.Replace("2L", "CAST(2 AS BIGINT)", StringComparison.Ordinal));
        (string, string)[] expected =
        [
            ("s", "string"), ("i", "int"), ("l", "bigint"), ("d", "double"), ("b", "boolean"), ("day", "date"), ("moment", "timestamp"),
            ("_nested", "struct<id:string,n:array<int>>"), ("m", "map<string,double>"),
        ];
        foreach (string sql in new[] { "DESCRIBE described", "DESC TABLE Described", "describe public.described" })
            Assert.Equal(expected.Order(), (await connection.RowsAsync(sql)).Select(row => ((string)row[0]!, (string)row[1]!)).Order());
        Assert.Equal(expected.Select(pair => pair.Item1).Order(),
            (await connection.RowsAsync("SHOW COLUMNS FROM described")).Select(row => (string)row[0]!).Order());
        await connection.ExecuteAsync("CREATE VIEW described_view AS SELECT count(*) AS n FROM described");
        Assert.Equal(["n", "bigint", null], Assert.Single(await connection.RowsAsync("DESCRIBE described_view")));
        Assert.Contains(await connection.RowsAsync("SHOW VIEWS"), row => row[1] is "described_view");
    }

    [Theory]
    [InlineData("DESCRIBE nowhere", "42P01", 10)]
    [InlineData("SHOW COLUMNS IN nowhere", "42P01", 17)]
    [InlineData("SHOW COLUMNS", "42601", 0)]
    [InlineData("DESCRIBE EXTENDED nowhere", "0A000", 10)]
    [InlineData("SHOW no_such_setting", "42704", 6)]
    public async Task What_cannot_be_listed_is_an_error(string sql, string state, int position)
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        PostgresException error = await connection.FailsAsync(sql);
        Assert.Equal(state, error.SqlState);
        if (position > 0)
            Assert.Equal(position, error.Position);
    }

    [Fact]
    public async Task Explain_shows_a_plan_and_runs_nothing()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("CREATE TABLE planned AS SELECT x FROM range(10) AS r(x)");
        Assert.Contains(await connection.RowsAsync("EXPLAIN SELECT count(*) FROM planned WHERE x > 5"),
            row => ((string)row[0]!).Contains("AGGREGATE", StringComparison.Ordinal));
        object?[] json = Assert.Single(await connection.RowsAsync("EXPLAIN FORMAT JSON SELECT * FROM planned"));
        Assert.Equal(System.Text.Json.JsonValueKind.Array, System.Text.Json.JsonDocument.Parse((string)json[0]!).RootElement.ValueKind);
        Assert.NotEmpty(await connection.RowsAsync("EXPLAIN INSERT INTO planned SELECT 1"));
        Assert.NotEmpty(await connection.RowsAsync("EXPLAIN CREATE TABLE never AS SELECT x FROM planned"));
        Assert.Equal(10L, await connection.ScalarAsync("SELECT count(*) FROM planned"));
        Assert.Equal(false, await connection.ScalarAsync("SELECT table_exists('never')"));
        Assert.Equal("42P01", (await connection.FailsAsync("EXPLAIN SELECT * FROM nowhere")).SqlState);
        Assert.Contains("EXPLAIN UPDATE", (await connection.FailsAsync("EXPLAIN UPDATE planned SET x = 1")).MessageText);
        Assert.Contains("EXPLAIN ANALYZE", (await connection.FailsAsync("EXPLAIN ANALYZE SELECT 1")).MessageText);
    }

    [Fact]
    public async Task Select_into_makes_a_table()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync(
            "SELECT x, 'INTO elsewhere FROM y' AS t INTO into_table FROM (SELECT 1 AS x /* INTO nothing */) AS s");
        Assert.Equal([1, "INTO elsewhere FROM y"], Assert.Single(await connection.RowsAsync("SELECT x, t FROM into_table")));
        PostgresException error = await connection.FailsAsync("SELECT missing INTO into_other FROM into_table");
        Assert.Equal(("42703", 8), (error.SqlState, error.Position));
        Assert.Equal("0A000", (await connection.FailsAsync("SELECT 1 AS a INTO TEMP t")).SqlState);
        await connection.ExecuteAsync("$$ BEGIN SELECT 5 AS five INTO TABLE into_block; END $$");
        Assert.Equal(5, await connection.ScalarAsync("SELECT five FROM into_block"));
    }
}
