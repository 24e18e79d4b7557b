using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

public sealed class SnapshotTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private const string Table = "snapshots";
    private NpgsqlConnection _connection = null!;
    private long[] _ids = [];

    /// <summary>Three commits with one, two and three rows.</summary>
    public async Task InitializeAsync()
    {
        _connection = await QueryServiceConnection.OpenAsync(fixture);
        await _connection.ExecuteAsync($"DROP TABLE IF EXISTS {Table}");
        await _connection.ExecuteAsync($"CREATE TABLE {Table} AS SELECT 1 AS n");
        await _connection.ExecuteAsync($"INSERT INTO {Table} SELECT x FROM (VALUES (2), (3)) AS v(x)");
        await _connection.ExecuteAsync($"INSERT INTO {Table} SELECT x FROM (VALUES (4), (5), (6)) AS v(x)");
        _ids = [.. (await _connection.RowsAsync($"SELECT snapshot_id FROM (SELECT history_meta('{Table}')) ORDER BY snapshot_generation"))
            .Select(row => (long)row[0]!)];
    }

    public async Task DisposeAsync() => await _connection.DisposeAsync();

    [Theory]
    [InlineData("", new[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("SNAPSHOT SINCE {0}", new[] { 2, 3, 4, 5, 6 })]
    [InlineData("SNAPSHOT AS OF {1}", new[] { 1, 2, 3 })]
    [InlineData("SNAPSHOT BETWEEN {0} AND {1}", new[] { 2, 3 })]
    [InlineData("SNAPSHOT BETWEEN {1} AND {1}", new int[0])]
    [InlineData("SNAPSHOT BETWEEN HEAD AND {0}", new[] { 1 })]
    [InlineData("SNAPSHOT BETWEEN {1} AND TAIL", new[] { 4, 5, 6 })]
    [InlineData("snapshot between head and tail", new[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("SNAPSHOT BETWEEN 'HEAD' AND '{1}'", new[] { 1, 2, 3 })]
    [InlineData("SNAPSHOT BETWEEN 0 AND {0}", new[] { 1 })]
    [InlineData("SNAPSHOT SINCE {1} s WHERE s.n > 4", new[] { 5, 6 })]
    [InlineData("AS s SNAPSHOT SINCE {1} WHERE s.n > 4", new[] { 5, 6 })]
    public async Task A_snapshot_clause_starts_after_its_first_and_ends_with_its_last_id(string clause, int[] expected)
    {
        string from = string.Format(System.Globalization.CultureInfo.InvariantCulture, clause, _ids.Cast<object>().ToArray());
        List<object?[]> rows = await _connection.RowsAsync($"SELECT n FROM {Table} {from} ORDER BY n");
        Assert.Equal(expected, rows.Select(row => (int)row[0]!));
    }

    [Fact]
    public async Task Each_table_of_a_join_has_its_own_snapshot()
    {
        List<object?[]> rows = await _connection.RowsAsync(
            $"SELECT a.n, b.n FROM {Table} SNAPSHOT AS OF {_ids[0]} a CROSS JOIN {Table} b SNAPSHOT BETWEEN {_ids[0]} AND {_ids[1]} ORDER "
                + "BY b.n");
        Assert.Equal([(1, 2), (1, 3)], rows.Select(row => ((int)row[0]!, (int)row[1]!)));
    }

    [Fact]
    public async Task History_tells_the_commits()
    {
        List<object?[]> rows = await _connection.RowsAsync(
            $"SELECT snapshot_generation, parent_id, is_current, output_record_count FROM (SELECT history_meta('{Table}')) h ORDER BY 1");
        Assert.Equal([(0, 0L, false, 1L), (1, _ids[0], false, 2L), (2, _ids[1], true, 3L)], rows.Select(
            row => ((int)row[0]!, (long)row[1]!, (bool)row[2]!, (long)row[3]!)));
        Assert.Equal(3, (await _connection.RowsAsync($"SELECT history_meta('{Table.ToUpperInvariant()}')")).Count);
    }

    [Fact]
    public async Task Parameters_can_be_snapshot_ids()
    {
        await using var command = new NpgsqlCommand($"SELECT count(*) FROM {Table} SNAPSHOT BETWEEN $1 AND $2", _connection)
        {
            Parameters = { new NpgsqlParameter { Value = _ids[0] }, new NpgsqlParameter { Value = _ids[2] } },
        };
        Assert.Equal(5L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task An_unknown_snapshot_is_an_error_unless_the_fallback_is_set()
    {
        PostgresException error = await _connection.FailsAsync($"SELECT count(*) FROM {Table} SNAPSHOT SINCE 123");
        Assert.Equal("22023", error.SqlState);
        Assert.Contains("123", error.MessageText);
        await _connection.ExecuteAsync("SET resolve_fallback_snapshot_on_failure=true");
        Assert.Equal(6L, await _connection.ScalarAsync($"SELECT count(*) FROM {Table} SNAPSHOT SINCE 123"));
    }

    [Fact]
    public async Task A_column_called_snapshot_is_none()
    {
        Assert.Equal(7, await _connection.ScalarAsync("SELECT snapshot FROM (SELECT 7 AS snapshot) AS snapshot"));
    }
}
