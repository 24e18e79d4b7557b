using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

public sealed class TableStatementTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Create_table_makes_a_dataset_with_a_schema_of_the_querys_columns()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("""
            CREATE TABLE Typed_Table AS SELECT 'a' AS s, 1 AS i, SUM(2) AS l, 0.5 AS d, true AS b, DATE '2024-01-02' AS day, CURRENT_TIMESTAMP AS moment,
                struct('x' AS id, 3 AS n) AS _nested, ['p', 'q'] AS list, uuid() AS u, CAST(NULL AS STRING) AS nothing
            """);
        string catalog = await fixture.Client.GetStringAsync("/data/foundation/catalog/dataSets?name=Typed_Table");
        Assert.Contains("\"typed_table\"", catalog);
        List<object?[]> rows = await connection.RowsAsync("SELECT s, i, l, d, b, day, moment, _nested.n, list, nothing FROM typed_table");
        Assert.Equal([typeof(string), typeof(int), typeof(long), typeof(double), typeof(bool), typeof(DateTime), typeof(DateTime),
            typeof(int), typeof(string)],
            Assert.Single(rows).SkipLast(1).Select(value => value is DateOnly ? typeof(DateTime) : value!.GetType()));
        Assert.Equal("42P07", (await connection.FailsAsync("CREATE TABLE typed_table AS SELECT 1 AS x")).SqlState);
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS typed_table AS SELECT 1 AS x");
        Assert.Equal(1L, await connection.ScalarAsync("SELECT count(*) FROM TYPED_TABLE"));
    }

    [Theory]
    [InlineData("CREATE TABLE bad AS SELECT count(*)", "42602")]
    [InlineData("CREATE TABLE bad AS SELECT 1 AS a, 2 AS A", "42701")]
    [InlineData("CREATE TABLE bad (a INTEGER)", "0A000")]
    [InlineData("CREATE TEMP TABLE bad AS SELECT 1 AS a", "0A000")]
    [InlineData("CREATE TABLE bad WITH (schema='No such schema') AS SELECT 1 AS a", "42704")]
    [InlineData("CREATE TABLE bad AS SELECT x FROM nowhere", "42P01")]
    [InlineData("CREATE TABLE bad AS SELECT CAST(3000000000 AS INTEGER) AS a", "22003")]
    public async Task A_table_that_cannot_be_made_leaves_nothing_behind(string sql, string state)
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        Assert.Equal(state, (await connection.FailsAsync(sql)).SqlState);
        Assert.Equal(false, await connection.ScalarAsync("SELECT table_exists('bad')"));
    }

    [Fact]
    public async Task An_empty_table_keeps_its_columns_and_types()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync(
            "CREATE TABLE empty_table AS SELECT cast(NULL AS string) name, cast(NULL AS TIMESTAMP) moment WHERE false");
        await using var command = new NpgsqlCommand("SELECT * FROM empty_table", connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        Assert.Equal(["name:character varying", "moment:timestamp without time zone"], Enumerable.Range(0, reader.FieldCount).Select(
            index => $"{reader.GetName(index)}:{reader.GetDataTypeName(index)}"));
        Assert.False(await reader.ReadAsync());
    }

    [Fact]
    public async Task Insert_goes_by_name_where_names_fit_and_by_position_otherwise()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("CREATE TABLE target AS SELECT 'one' AS city, 1 AS n, struct('a' AS id) AS _nested");
        await connection.ExecuteAsync("INSERT INTO target SELECT 2 AS n, 'two' AS CITY, struct('b' AS id) AS _nested");
        await connection.ExecuteAsync("INSERT INTO target SELECT 'three', 3, struct('c' AS id)");
        await connection.ExecuteAsync("INSERT INTO target SELECT struct('d' AS id) _nested");
        await connection.ExecuteAsync("INSERT INTO target (n, city) SELECT 5, 'five'");
        await connection.ExecuteAsync("INSERT INTO target AS (SELECT 'six' AS city)");
        List<object?[]> rows = await connection.RowsAsync("SELECT city, n, _nested.id FROM target ORDER BY n NULLS LAST, city NULLS LAST");
        Assert.Equal([("one", 1, "a"), ("two", 2, "b"), ("three", 3, "c"), ("five", 5, null), ("six", null, null), (null, null, "d")],
            rows.Select(row => ((string?)row[0], (int?)row[1], (string?)row[2])));
        Assert.Equal("42703", (await connection.FailsAsync("INSERT INTO target SELECT 1 AS n, 2 AS unknown")).SqlState);
        Assert.Equal("22P02", (await connection.FailsAsync("INSERT INTO target SELECT 'x' AS n")).SqlState);
        Assert.Equal("42P01", (await connection.FailsAsync("INSERT INTO nowhere SELECT 1")).SqlState);
    }

    [Fact]
    public async Task Drop_table_removes_the_dataset()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("CREATE TABLE dropped AS SELECT 1 AS x");
        await connection.ExecuteAsync("DROP TABLE dropped");
        Assert.Equal("42P01", (await connection.FailsAsync("SELECT * FROM dropped")).SqlState);
        Assert.Equal("42P01", (await connection.FailsAsync("DROP TABLE dropped")).SqlState);
        await connection.ExecuteAsync("DROP TABLE IF EXISTS dropped");
    }

    [Fact]
    public async Task A_sample_has_a_tenth_of_the_rate_of_the_rows_and_a_table_of_its_own()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("CREATE TABLE sampled AS SELECT x AS n FROM range(10000) AS r(x)");
        Assert.Equal("0A000", (await connection.FailsAsync("ANALYZE TABLE sampled TABLESAMPLE SAMPLERATE 0.5")).SqlState);
        await connection.ExecuteAsync("SET aqp=true; ANALYZE TABLE sampled TABLESAMPLE SAMPLERATE 0.5");
        await connection.ExecuteAsync("ANALYZE TABLE sampled TABLESAMPLE FILTERCONTEXT (n >= 9000 AND n < 9100) SAMPLERATE 10");
        List<object?[]> samples = await connection.RowsAsync("SELECT sample_meta('sampled')");
        Assert.Equal([(0.5, 500L), (10.0, 100L)], samples.Select(row => ((double)row[4]!, (long)row[5]!)));
        Assert.Equal(500L, await connection.ScalarAsync($"SELECT count(DISTINCT n) FROM {samples[0][0]}"));
        Assert.Equal(9000L, await connection.ScalarAsync("SELECT min(n) FROM sampled WITHAPPROXIMATE"));
        await connection.ExecuteAsync($"DROP TABLESAMPLE {samples[1][0]}");
        Assert.Single(await connection.RowsAsync("SELECT sample_meta('sampled')"));
        foreach (int _ in Enumerable.Range(0, 4))
            await connection.ExecuteAsync("ANALYZE TABLE sampled TABLESAMPLE SAMPLERATE 1");
        Assert.Contains("sample limit", (await connection.FailsAsync("ANALYZE TABLE sampled TABLESAMPLE SAMPLERATE 1")).MessageText);
    }

    [Fact]
    public async Task Only_tables_that_sql_has_made_can_be_dropped()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("CREATE TABLE schema_source AS SELECT 1 AS x");
        string catalog = await fixture.Client.GetStringAsync("/data/foundation/catalog/dataSets?name=schema_source");
        string schema = System.Text.Json.Nodes.JsonNode.Parse(catalog)!.AsObject().First().Value!["schemaRef"]!["id"]!.GetValue<string>();
        using HttpResponseMessage created = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
            fixture.Client, "/data/foundation/catalog/dataSets",
            new { name = "From the API", schemaRef = new { id = schema, contentType = "application/vnd.adobe.xed+json;version=1" } });
        created.EnsureSuccessStatusCode();
        Assert.Equal(0L, await connection.ScalarAsync("SELECT count(x) FROM from_the_api"));
        Assert.Equal("42501", (await connection.FailsAsync("DROP TABLE from_the_api")).SqlState);
    }

    [Fact]
    public async Task What_is_skipped_is_told_in_a_notice()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        List<(string, string)> notices = [];
        connection.Notice += (_, arguments) => notices.Add((arguments.Notice.SqlState, arguments.Notice.MessageText));
        await connection.ExecuteAsync(
            "DROP TABLE IF EXISTS never_there; DROP VIEW IF EXISTS never_there; CREATE TABLE noticed AS SELECT 1 AS a");
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS noticed AS SELECT 2 AS a");
        Assert.Equal(
            [("00000", "table \"never_there\" does not exist, skipping"), ("00000", "view \"never_there\" does not exist, skipping"),
                ("42P07", "relation \"noticed\" already exists, skipping")],
            notices);
    }
}
