using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

/// <summary>Columns that a query gives no name have the one that Spark gives them.</summary>
public sealed class ColumnNameTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Rows = "(VALUES (1, 'a', array(1, 2), DATE '2024-01-01')) AS t(x, s, l, d)";

    [Theory]
    [InlineData("count(*)", "count(1)")]
    [InlineData("COUNT( * )", "count(1)")]
    [InlineData("count(1), SUM(x), max(t.x)", "count(1)|sum(x)|max(x)")]
    [InlineData("count(DISTINCT s, x)", "count(DISTINCT s, x)")]
    [InlineData("sum(x) FILTER (WHERE x > 1)", "sum(x) FILTER (WHERE (x > 1))")]
    public Task Aggregates(string columns, string names) => HasNames($"SELECT {columns} FROM {Rows}", names);

    [Theory]
    [InlineData("x + 1, x * 2 - 1, (x + 1) * 2", "(x + 1)|((x * 2) - 1)|((x + 1) * 2)")]
    [InlineData("-x, -1, NOT x > 1", "(- x)|-1|(NOT (x > 1))")]
    [InlineData("1, 'it''s', NULL, TRUE, 1.5", "1|it's|NULL|true|1.5")]
    [InlineData("CAST(x AS STRING), x::bigint", "CAST(x AS STRING)|CAST(x AS BIGINT)")]
    [InlineData("upper(s), CONCAT(s, ', ', s), s || 'b'", "upper(s)|concat(s, , , s)|concat(s, b)")]
    [InlineData("l[0], size(l), Cardinality(l), Element_at(l, 1)", "l[0]|size(l)|size(l)|element_at(l, 1)")]
    [InlineData("x = 1 AND s <> 'b' OR x IS NOT NULL", "(((x = 1) AND (NOT (s = b))) OR (x IS NOT NULL))")]
    [InlineData("x IN (1, 2), x BETWEEN 1 AND 2, s LIKE 'a%'", "(x IN (1, 2))|((x >= 1) AND (x <= 2))|s LIKE a%")]
    [InlineData("CASE WHEN x = 1 THEN s ELSE 'b' END", "CASE WHEN (x = 1) THEN s ELSE b END")]
    [InlineData("CASE x WHEN 1 THEN 2 END", "CASE WHEN (x = 1) THEN 2 END")]
    [InlineData("if(x > 1, s, 'b')", "(IF((x > 1), s, b))")]
    [InlineData("(SELECT 1)", "scalarsubquery()")]
    [InlineData("row_number() OVER (ORDER BY x DESC)",
        "row_number() OVER (ORDER BY x DESC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)")]
    [InlineData("sum(x) OVER (PARTITION BY s ORDER BY x)",
        "sum(x) OVER (PARTITION BY s ORDER BY x ASC NULLS FIRST RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)")]
    [InlineData("transform(l, y -> y + 1)", "transform(l, y -> y + 1)")]
    public Task Expressions(string columns, string names) => HasNames($"SELECT {columns} FROM {Rows}", names);

    [Theory]
    [InlineData("x, t.s, x AS y, x z, x + 1 total, count(x) OVER () AS n", "x|s|y|z|total|n")]
    [InlineData("*", "x|s|l|d")]
    [InlineData("t.*, 1 one", "x|s|l|d|one")]
    [InlineData("* EXCEPT (l, d)", "x|s")]
    [InlineData("explode(l)", "col")]
    [InlineData("posexplode(l)", "pos|col")]
    [InlineData("explode(map(1, 2))", "key|value")]
    [InlineData("inline(array(struct(1, 2)))", "col1|col2")]
    [InlineData("explode(l) AS y", "y")]
    [InlineData("CASE WHEN x = 1 THEN s END label, 'text' AS `count(*)`", "label|count(*)")]
    [InlineData("d + INTERVAL 1 DAY", "d + INTERVAL 1 DAY")]
    public Task Names_that_are_given_stay(string columns, string names) => HasNames($"SELECT {columns} FROM {Rows}", names);

    [Theory]
    [InlineData("SELECT * FROM (SELECT count(*), max(x) FROM (VALUES (1)) AS t(x)) AS q", "count(1)|max(x)")]
    [InlineData("WITH a AS (SELECT count(*) FROM (VALUES (1)) AS t(x)) SELECT `count(1)` FROM a", "count(1)")]
    [InlineData("SELECT DISTINCT upper(s) FROM (VALUES ('a')) AS t(s) ORDER BY upper(s)", "upper(s)")]
    [InlineData("SELECT s, count(*) FROM (VALUES ('a')) AS t(s) GROUP BY s HAVING count(*) > 0 ORDER BY count(*)", "s|count(1)")]
    [InlineData("SELECT 1 UNION ALL SELECT 2", "1")]
    [InlineData(
        "SELECT web.page.name, sum(web.views) FROM (SELECT struct(struct('p' AS name) AS page, 1 AS views) AS web) AS e GROUP BY 1",
        "name|sum(web.views)")]
    [InlineData("SELECT items.sku FROM (SELECT array(struct('a' AS sku)) AS items) AS e", "sku")]
    [InlineData("SELECT items[0].sku FROM (SELECT array(struct('a' AS sku)) AS items) AS e", "items[0].sku")]
    [InlineData("SELECT upper(s) -- a comment, count(*)\n, 'FROM' /* , 1 */ FROM (VALUES ('a')) AS t(s)", "upper(s)|FROM")]
    [InlineData("SELECT x IS DISTINCT FROM 2 FROM (VALUES (1)) AS t(x)", "x IS DISTINCT FROM 2")]
    public Task Queries(string sql, string names) => HasNames(sql, names);

    [Fact]
    public async Task Names_made_of_texts_do_not_say_which_column_is_filled()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.RowsAsync("CREATE TABLE pairs AS SELECT 'x' AS a, 'y' AS b");
        await connection.RowsAsync("INSERT INTO pairs SELECT 'b', 'a'");
        Assert.Equal(["b", "a"], (await connection.RowsAsync("SELECT a, b FROM pairs WHERE a = 'b'")).Single().Select(value => $"{value}"));
    }

    private async Task HasNames(string sql, string names)
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await using var command = new NpgsqlCommand(sql, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        Assert.Equal(names, string.Join("|", Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)));
    }
}
