using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

/// <summary>ANALYZE TABLE … COMPUTE STATISTICS.</summary>
public sealed class StatisticsTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Statistics_of_each_leaf_are_those_worked_out_by_hand()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("""
            CREATE TABLE Measured AS SELECT n AS amount, struct(s AS name, CAST(n AS BIGINT) * 10 AS tens) AS _nested,
                array(n) AS list, n > 2 AS large
            FROM (VALUES (1, 'a'), (2, 'b'), (3, NULL), (6, 'b')) AS v(n, s)
            """);
        Assert.Equal("measured_stats_1", await connection.ScalarAsync("ANALYZE TABLE Measured COMPUTE STATISTICS"));
        List<object?[]> read = await connection.RowsAsync(
            "SELECT columnName, mean, max, min, standardDeviation, approxDistinctCount, nullCount, dataType FROM measured_stats_1");
        Dictionary<string, object?[]> rows = read.ToDictionary(row => (string)row[0]!);
        double deviation = Math.Round(Math.Sqrt((4 + 1 + 0 + 9) / 3.0), 9);
        Assert.Equal([3.0, 6.0, 1.0, deviation, 4.0, 0L, "Integer"], Rounded(rows["amount"]));
        Assert.Equal(
            [30.0, 60.0, 10.0, Math.Round(10 * Math.Sqrt((4 + 1 + 0 + 9) / 3.0), 9), 4.0, 0L, "Long"], Rounded(rows["_nested.tens"]));
        Assert.Equal([0.0, 0.0, 0.0, 0.0, 2.0, 1L, "String"], rows["_nested.name"][1..]);
        Assert.Equal([0.0, 0.0, 0.0, 0.0, 2.0, 0L, "Boolean"], rows["large"][1..]);
        Assert.Equal(4, rows.Count);
    }

    [Fact]
    public async Task Filter_columns_and_alias_are_shown_and_hold_in_the_session_alone()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("CREATE TABLE aged AS SELECT n AS age, array(n) AS list FROM range(100) AS r(n)");
        Assert.Equal("age_stats", await connection.ScalarAsync(
            "ANALYZE TABLE aged FILTERCONTEXT (age > 25 AND age < 40) COMPUTE STATISTICS FOR columns (age) AS age_stats"));
        object?[] shown = Assert.Single(await connection.RowsAsync("SHOW STATISTICS FOR age_stats"));
        Assert.Equal(["age_stats", "aged", "(age)", "(age > 25 AND age < 40)"], shown[..4]);
        Assert.Equal([26.0, 39.0], Assert.Single(await connection.RowsAsync("SELECT min, max FROM age_stats")));
        Assert.Equal("42P07", (await connection.FailsAsync("ANALYZE TABLE aged COMPUTE STATISTICS AS age_stats")).SqlState);
        Assert.Equal("42P01", (await connection.FailsAsync("ANALYZE TABLE nowhere COMPUTE STATISTICS")).SqlState);
        Assert.Equal("42703", (await connection.FailsAsync("ANALYZE TABLE aged COMPUTE STATISTICS FOR COLUMNS (size)")).SqlState);
        await connection.ExecuteAsync("SET skip_stats_for_complex_datatypes = false");
        Assert.Contains("list", (await connection.FailsAsync("ANALYZE TABLE aged COMPUTE STATISTICS")).MessageText);
        await using NpgsqlConnection other = await QueryServiceConnection.OpenAsync(fixture);
        Assert.Empty(await other.RowsAsync("SHOW STATISTICS"));
        Assert.Equal("42P01", (await other.FailsAsync("SELECT * FROM age_stats")).SqlState);
    }

    private static object?[] Rounded(object?[] row) =>
        [.. row[1..].Select(value => value is double number ? Math.Round(number, 9) : value)];
}
