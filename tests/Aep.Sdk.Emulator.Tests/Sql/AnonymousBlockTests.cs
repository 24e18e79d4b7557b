using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

public sealed class AnonymousBlockTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Theory]
    [InlineData("$$ BEGIN {0} END $$;")]
    [InlineData("$$BEGIN {0} $$END;")]
    [InlineData("$$\nbegin {0} end\n$$")]
    public async Task Both_notations_run_their_statements_in_turn(string notation)
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        string table = $"block_{Guid.NewGuid():N}";
        await connection.ExecuteAsync(notation.Replace(
            "{0}", $"CREATE TABLE {table} AS SELECT 'a;b' AS t; INSERT INTO {table} SELECT 'c';", StringComparison.Ordinal));
        Assert.Equal(2L, await connection.ScalarAsync($"SELECT count(*) FROM {table}"));
    }

    [Fact]
    public async Task The_last_commit_alone_is_featurized_through_variables()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        EventTable table = await EventTable.CreateAsync(connection, "incremental", count: 90, batches: 3);
        string block = $"""
            $$ BEGIN
            SET @from_id = SELECT parent_id FROM (SELECT history_meta('{table.Name}')) WHERE is_current = true;
            SET @to_id = SELECT snapshot_id FROM (SELECT history_meta('{table.Name}')) tab WHERE is_current;
            SET @existed = SELECT table_exists('features');
            CREATE TABLE IF NOT EXISTS features AS SELECT _id AS id FROM {table.Name} SNAPSHOT BETWEEN @from_id AND @to_id ORDER BY timestamp;
            INSERT INTO features SELECT * FROM (SELECT _id AS id FROM {table.Name} SNAPSHOT BETWEEN @from_id AND @to_id LIMIT 1000) WHERE @existed = 't' AND (id IS NOT NULL);
            EXCEPTION WHEN OTHER THEN SELECT 'ERROR';
            END $$;
            """;
        string[] last = [.. table.Events.Where((_, index) => index % 3 == 2).Select(item => item.Id)];
        await connection.ExecuteAsync(block);
        Assert.Equal(last, (await connection.RowsAsync("SELECT id FROM features ORDER BY id")).Select(row => (string)row[0]!));
        await connection.ExecuteAsync(block);
        Assert.Equal(last.Length * 2L, await connection.ScalarAsync("SELECT count(*) FROM features"));
    }

    [Fact]
    public async Task A_failure_stops_the_block_and_runs_its_handler()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("""
            $$BEGIN
               CREATE TABLE before_failure AS SELECT 1 AS x;
               INSERT INTO nowhere SELECT 1;
               CREATE TABLE after_failure AS SELECT 1 AS x;
            EXCEPTION
              WHEN OTHERS THEN
                CREATE TABLE handled AS SELECT 'yes' AS x;
            $$END;
            """);
        List<object?[]> exist =
            await connection.RowsAsync("SELECT table_exists('before_failure'), table_exists('after_failure'), table_exists('handled')");
        Assert.Equal([true, false, true], exist[0]);
    }

    [Theory]
    [InlineData("$$ BEGIN SELECT * FROM nowhere; END $$", "42P01")]
    [InlineData("$$ BEGIN SELECT 1 FROM; EXCEPTION WHEN OTHER THEN SELECT 'ERROR'; END $$", "42601")]
    [InlineData("$$ BEGIN SELECT 1; EXCEPTION WHEN SOME THEN SELECT 2; END $$", "42601")]
    [InlineData("$$ BEGIN SELECT 1;", "42601")]
    [InlineData("$$ BEGIN SELECT @unset; END $$", "42P02")]
    [InlineData("$$ BEGIN IF true THEN SELECT 1; END IF; END $$", "0A000")]
    public async Task A_block_without_a_handler_or_with_a_syntax_error_fails(string block, string state)
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        Assert.Equal(state, (await connection.FailsAsync(block)).SqlState);
    }

    [Theory]
    [InlineData("SELECT 41 + 1", "42")]
    [InlineData("'it''s'", "it's")]
    [InlineData("SELECT TIMESTAMP '2024-05-06 07:08:09.123456'", "2024-05-06 07:08:09.123456")]
    [InlineData("SELECT coalesce(NULL, 'HEAD')", "HEAD")]
    [InlineData("SELECT 1 WHERE false", null)]
    public async Task Variables_keep_a_value_and_its_type(string value, string? expected)
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        string table = $"variable_{Guid.NewGuid():N}";
        await connection.ExecuteAsync(
            $"$$ BEGIN SET @v = {value}; SET @W = SELECT @V; CREATE TABLE {table} AS SELECT CAST(@w AS string) AS v; END $$");
        Assert.Equal(expected ?? (object)DBNull.Value, await connection.ScalarAsync($"SELECT v FROM {table}"));
    }
}
