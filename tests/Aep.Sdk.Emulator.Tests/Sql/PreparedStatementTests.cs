using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;
using static Aep.Sdk.Emulator.Tests.PostgresWire.WireClient;

namespace Aep.Sdk.Emulator.Tests.Sql;

public sealed class PreparedStatementTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Cities =
        "(VALUES ('canada', 'vancouver', 1), ('canada', 'it''s $1', 2), ('peru', 'lima', 3)) AS v(country, city, n)";

    [Fact]
    public async Task A_prepared_query_runs_with_other_arguments_until_it_is_deallocated()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync($"PREPARE Test AS SELECT n, '$2' FROM {Cities} WHERE country = $1 AND city = $2 -- $3");
        Assert.Equal([1, "$2"], Assert.Single(await connection.RowsAsync("EXECUTE test('canada', 'vancouver')")));
        Assert.Equal([2, "$2"], Assert.Single(await connection.RowsAsync("EXECUTE test('can' || 'ada', 'it''s $1')")));
        Assert.Empty(await connection.RowsAsync("EXECUTE test('canada', ''' OR true --')"));
        await connection.ExecuteAsync("DEALLOCATE PREPARE test");
        Assert.Equal("26000", (await connection.FailsAsync("EXECUTE test('canada', 'lima')")).SqlState);
    }

    [Fact]
    public async Task Negative_arguments_limits_and_declared_types_keep_their_meaning()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("PREPARE minus AS SELECT 1 -$1");
        Assert.Equal(6, await connection.ScalarAsync("EXECUTE minus(-5)"));
        await connection.ExecuteAsync("PREPARE typed (BIGINT, STRING) AS SELECT $1, $2");
        Assert.Equal([7L, "8"], Assert.Single(await connection.RowsAsync("EXECUTE typed('7', 8)")));
        await connection.ExecuteAsync($"PREPARE few AS SELECT n FROM {Cities} ORDER BY n LIMIT $1");
        Assert.Equal(2, (await connection.RowsAsync("EXECUTE few(1 + 1)")).Count);
    }

    [Fact]
    public async Task An_insert_can_be_prepared()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("CREATE TABLE prepared_target AS SELECT 'a' AS s, 1 AS n");
        await connection.ExecuteAsync("PREPARE add_one AS INSERT INTO prepared_target SELECT $1 AS s, $2 AS n");
        await connection.ExecuteAsync("EXECUTE add_one('b', 2)");
        Assert.Equal(3L, await connection.ScalarAsync("SELECT sum(n) FROM prepared_target"));
    }

    [Theory]
    [InlineData("PREPARE taken AS SELECT 2", "42P05")]
    [InlineData("PREPARE other AS DROP TABLE x", "42601")]
    [InlineData("PREPARE other SELECT 1", "42601")]
    [InlineData("PREPARE", "42601")]
    [InlineData("EXECUTE taken", "42601")]
    [InlineData("EXECUTE taken(1, 2)", "42601")]
    [InlineData("EXECUTE taken(1) 2", "42601")]
    [InlineData("EXECUTE", "42601")]
    [InlineData("DEALLOCATE missing", "26000")]
    [InlineData("DEALLOCATE", "42601")]
    [InlineData("$$BEGIN EXECUTE taken(1); END$$", "0A000")]
    public async Task What_cannot_be_prepared_or_executed_says_so(string sql, string state)
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("PREPARE taken AS SELECT $1");
        Assert.Equal(state, (await connection.FailsAsync(sql)).SqlState);
        Assert.Equal(1, await connection.ScalarAsync("EXECUTE taken(1)"));
    }

    [Fact]
    public async Task Sessions_do_not_share_them_and_discard_all_forgets_them()
    {
        await using NpgsqlConnection one =
            await QueryServiceConnection.OpenAsync(fixture), other = await QueryServiceConnection.OpenAsync(fixture);
        await one.ExecuteAsync("PREPARE mine AS SELECT 1");
        Assert.Equal("26000", (await other.FailsAsync("EXECUTE mine")).SqlState);
        await one.ExecuteAsync("DISCARD ALL");
        Assert.Equal("26000", (await one.FailsAsync("EXECUTE mine")).SqlState);
    }

    [Fact]
    public async Task Both_protocols_answer_with_the_tags_of_postgresql()
    {
        await using WireClient wire = await LogInAsync(fixture);
        await wire.SendAsync('Q', Text("PREPARE p AS SELECT $1; EXECUTE p('x'); DEALLOCATE ALL"));
        List<Message> messages = await wire.ReadUntilReadyAsync();
        Assert.Equal(
            ["PREPARE", "SELECT 1", "DEALLOCATE ALL"], messages.Where(message => message.Type == 'C').Select(message => message.Text));
    }
}
