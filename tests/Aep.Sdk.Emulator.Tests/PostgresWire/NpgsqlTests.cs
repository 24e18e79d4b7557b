using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;
using NpgsqlTypes;

namespace Aep.Sdk.Emulator.Tests.PostgresWire;

/// <summary>Npgsql as it comes: type loading on, extended protocol, binary results, TLS verified.</summary>
public sealed class NpgsqlTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Values_of_every_type_arrive_in_binary()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        object?[] row = Assert.Single(await connection.RowsAsync("""
            SELECT true, CAST(-7 AS SMALLINT), 2147483647, CAST(-9223372036854775808 AS BIGINT), CAST(1.5 AS FLOAT), CAST(-2.25 AS DOUBLE),
                   CAST('-12345678.0009' AS DECIMAL(18,4)), 'zażółć', DATE '1999-12-31', TIMESTAMP '2024-02-29 23:59:59.123456',
                   TIMESTAMPTZ '2024-01-01 00:00:00+00', CAST('0f8fad5b-d9cb-469f-a165-70867728950e' AS UUID), CAST(NULL AS DATE)
            """));
        Assert.Equal(
            [
                true, (short)-7, 2147483647, long.MinValue, 1.5f, -2.25d, -12345678.0009m, "zażółć", new DateOnly(1999, 12, 31)
                    .ToDateTime(TimeOnly.MinValue),
                new DateTime(2024, 2, 29, 23, 59, 59, 123).AddMicroseconds(456), new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc),
                Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), null,
            ],
            row.Select(value => value is DateOnly date ? date.ToDateTime(TimeOnly.MinValue) : value));
    }

    [Fact]
    public async Task Parameters_of_every_type_come_back_as_they_went()
    {
        object[] values =
        [
            true, (short)-3, 42, 1L << 60, 0.5f, 1e-9, 1234567890.0123m, "it's \\ -- 'quoted' $1 ; /* no comment */",
                new DateOnly(2020, 2, 29),
            new DateTime(2020, 1, 2, 3, 4, 5), new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc), Guid.Parse(
                "0f8fad5b-d9cb-469f-a165-70867728950e"),
        ];
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        foreach (object value in values)
        {
            await using var command = new NpgsqlCommand("SELECT $1", connection) { Parameters = { new NpgsqlParameter { Value = value } } };
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
            Assert.True(await reader.ReadAsync());
            Assert.Equal(value, value is DateOnly ? reader.GetFieldValue<DateOnly>(0) : reader.GetValue(0));
        }
    }

    [Fact]
    public async Task Null_parameters_and_a_parameter_in_limit_work()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await using var command =
            new NpgsqlCommand("SELECT x FROM (VALUES (1), (2), (3)) AS v(x) WHERE $1 IS NULL ORDER BY x LIMIT $2", connection)
            {
                Parameters =
                {
                    new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                    new NpgsqlParameter { Value = 2L },
                },
            };
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        List<int> found = [];
        while (await reader.ReadAsync())
            found.Add(reader.GetInt32(0));
        Assert.Equal([1, 2], found);
    }

    [Fact]
    public async Task Prepared_statements_run_again_with_other_values()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await using var command =
            new NpgsqlCommand("SELECT $1 * 2", connection) { Parameters = { new NpgsqlParameter<long> { TypedValue = 0 } } };
        await command.PrepareAsync();
        foreach (long value in new[] { 1L, 21L })
        {
            ((NpgsqlParameter<long>)command.Parameters[0]).TypedValue = value;
            Assert.Equal(value * 2, await command.ExecuteScalarAsync());
        }
    }

    [Fact]
    public async Task Several_statements_and_a_batch_answer_one_by_one()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await using var command = new NpgsqlCommand("SET auto_to_json=true; SELECT {'a': 1, 'b': NULL}; SELECT 'second'", connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        Assert.Equal("""{"a":1}""", reader.GetString(0));
        Assert.True(await reader.NextResultAsync());
        Assert.True(await reader.ReadAsync());
        Assert.Equal("second", reader.GetString(0));
    }

    [Fact]
    public async Task Maps_lists_and_structs_come_as_json_when_asked_for()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("SET auto_to_json=true");
        List<object?[]> rows = await connection.RowsAsync("""
            SELECT map('AAID', array(struct('1' AS id, true AS primary))), map(2, 2.5), struct(map('k', NULL, 'l', 1) AS m),
                array(map('a', TIMESTAMP '2024-01-02 03:04:05'))
            """);
        Assert.Equal(
            ["""{"AAID":[{"id":"1","primary":true}]}""", """{"2":2.5}""", """{"m":{"l":1}}""", """[{"a":"2024-01-02T03:04:05.000Z"}]"""],
            rows[0]);
    }

    [Fact]
    public async Task A_failed_statement_leaves_the_connection_usable_and_says_where()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        PostgresException error = await connection.FailsAsync("SELECT x FROM no_such_table");
        Assert.Equal(("42P01", 15, "ERROR"), (error.SqlState, error.Position, error.Severity));
        Assert.Contains("no_such_table", error.MessageText);
        Assert.Equal(1, await connection.ScalarAsync("SELECT 1"));
    }

    [Fact]
    public async Task Transactions_are_accepted_and_block_after_a_failure()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        Assert.Equal(1, await connection.ScalarAsync("SELECT 1"));
        Assert.Equal("42703", (await connection.FailsAsync("SELECT nothing FROM (SELECT 1 AS x)")).SqlState);
        Assert.Equal("25P02", (await connection.FailsAsync("SELECT 1")).SqlState);
        await transaction.RollbackAsync();
        Assert.Equal(2, await connection.ScalarAsync("SELECT 2"));
    }

    [Fact]
    public async Task A_running_query_can_be_cancelled()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await using var command =
            new NpgsqlCommand("SELECT count(*) FROM range(1000000000000) AS r(x) WHERE (x * x) % 1000003 = 1", connection);
        using var timeout = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        OperationCanceledException canceled =
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => command.ExecuteScalarAsync(timeout.Token));
        Assert.Equal("57014", Assert.IsType<PostgresException>(canceled.InnerException).SqlState);
        Assert.Equal(3, await connection.ScalarAsync("SELECT 3"));
    }

    // The server's version (0.1.0, as psql shows it on Query Service) tells Npgsql that there is no DISCARD: its pool resets nothing.
    [Fact]
    public async Task Pooled_connections_keep_their_settings_unless_they_are_discarded()
    {
        await using NpgsqlDataSource source =
            NpgsqlDataSource.Create(QueryServiceConnection.ConnectionString(fixture) + ";Pooling=true;Maximum Pool Size=1");
        await using (NpgsqlConnection first = await source.OpenConnectionAsync())
            await first.ExecuteAsync("SET aqp=true");
        await using NpgsqlConnection second = await source.OpenConnectionAsync();
        Assert.Equal("true", await second.ScalarAsync("SHOW aqp"));
        await second.ExecuteAsync("DISCARD ALL");
        Assert.Equal("false", await second.ScalarAsync("SHOW aqp"));
    }

    [Fact]
    public async Task Many_rows_stream_while_the_first_are_read()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await using var command = new NpgsqlCommand("SELECT x, 'row ' || x FROM range(300000) AS r(x) LIMIT 0", connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        long sum = 0;
        while (await reader.ReadAsync())
            sum += reader.GetInt64(0);
        Assert.Equal(300_000L * 299_999 / 2, sum);
    }
}
