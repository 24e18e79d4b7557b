using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

public sealed class CursorTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task A_cursor_gives_its_rows_in_parts_with_other_statements_between_them()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("DECLARE c CURSOR FOR SELECT x, 'row ' || x AS t FROM range(5) AS r(x) ORDER BY x");
        Assert.Equal([0L, 1L], await Numbers(connection, "FETCH 2 FROM c"));
        Assert.Equal("between", await connection.ScalarAsync("SELECT 'between'"));
        Assert.Equal([2L], await Numbers(connection, "FETCH NEXT FROM c"));
        Assert.Equal([3L], await Numbers(connection, "FETCH c"));
        Assert.Equal([4L], await Numbers(connection, "FETCH FORWARD 10 IN c"));
        Assert.Empty(await Numbers(connection, "FETCH ALL FROM c"));
        await connection.ExecuteAsync("CLOSE c");
        Assert.Equal("34000", (await connection.FailsAsync("FETCH 1 FROM c")).SqlState);
        Assert.Equal("34000", (await connection.FailsAsync("CLOSE c")).SqlState);
    }

    [Fact]
    public async Task Two_cursors_do_not_disturb_each_other_and_a_name_is_taken_once()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync(
            "DECLARE up CURSOR FOR SELECT x FROM range(3) AS r(x) ORDER BY x; DECLARE \"Down\" CURSOR FOR SELECT x FROM range(3) AS r(x) "
                + "ORDER BY x DESC");
        Assert.Equal("42P03", (await connection.FailsAsync("DECLARE UP CURSOR FOR SELECT 1")).SqlState);
        List<long> found = [];
        foreach (string cursor in new[] { "up", "\"Down\"", "up", "\"Down\"" })
            found.AddRange(await Numbers(connection, $"FETCH {cursor}"));
        Assert.Equal([0L, 2L, 1L, 1L], found);
        await connection.ExecuteAsync("CLOSE ALL");
        Assert.Equal("34000", (await connection.FailsAsync("FETCH up")).SqlState);
    }

    [Fact]
    public async Task The_end_of_a_transaction_closes_cursors_without_hold()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync(
            "BEGIN; DECLARE plain NO SCROLL CURSOR FOR SELECT 1; DECLARE held CURSOR WITH HOLD FOR SELECT 2; COMMIT");
        Assert.Equal("34000", (await connection.FailsAsync("FETCH plain")).SqlState);
        Assert.Equal(2, await connection.ScalarAsync("FETCH held"));
    }

    [Fact]
    public async Task A_cursor_is_bound_by_the_limit_of_interactive_queries()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("DECLARE big CURSOR FOR SELECT x FROM range(60000) AS r(x)");
        Assert.Equal(49_990, (await Numbers(connection, "FETCH 49990 FROM big")).Count);
        Assert.Equal(10, (await Numbers(connection, "FETCH 50 FROM big")).Count);
    }

    [Theory]
    [InlineData("DECLARE c CURSOR FOR SELECT * FROM nowhere", "42P01")]
    [InlineData("DECLARE c CURSOR FOR DROP TABLE x", "42601")]
    [InlineData("DECLARE c CURSOR", "42601")]
    [InlineData("DECLARE c SCROLL CURSOR FOR SELECT 1", "0A000")]
    [InlineData("FETCH BACKWARD 1 FROM c", "0A000")]
    [InlineData("FETCH 1 FROM", "42601")]
    public async Task Cursors_that_cannot_be_are_refused(string sql, string state)
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        Assert.Equal(state, (await connection.FailsAsync(sql)).SqlState);
    }

    private static async Task<List<long>> Numbers(NpgsqlConnection connection, string sql) =>
        [.. (await connection.RowsAsync(sql)).Select(row => (long)row[0]!)];
}
