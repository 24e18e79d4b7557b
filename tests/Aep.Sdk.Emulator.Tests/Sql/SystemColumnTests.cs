using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

/// <summary>The columns that say with which batch a row came, on the statements of Adobe's page about the batches of a dataset.</summary>
public sealed class SystemColumnTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private const string Table = "with_system_columns";
    private NpgsqlConnection _connection = null!;

    /// <summary>Two commits with one and two rows.</summary>
    public async Task InitializeAsync()
    {
        _connection = await QueryServiceConnection.OpenAsync(fixture);
        await _connection.ExecuteAsync($"DROP TABLE IF EXISTS {Table}");
        await _connection.ExecuteAsync($"CREATE TABLE {Table} AS SELECT 1 AS n");
        await _connection.ExecuteAsync($"INSERT INTO {Table} SELECT x FROM (VALUES (2), (3)) AS v(x)");
    }

    public async Task DisposeAsync() => await _connection.DisposeAsync();

    [Fact]
    public async Task They_are_dropped_until_the_session_asks_for_them_and_again_when_it_says_so()
    {
        Assert.Single((await _connection.RowsAsync($"SELECT * FROM {Table} WHERE n = 1")).Single());
        await Assert.ThrowsAsync<PostgresException>(() => _connection.RowsAsync($"SELECT _acp_batchid FROM {Table}"));
        await _connection.ExecuteAsync("SET drop_system_columns=false");
        Assert.Equal(3, (await _connection.RowsAsync($"SELECT * FROM {Table} WHERE n = 1")).Single().Length);
        await _connection.ExecuteAsync("SET drop_system_columns=true");
        Assert.Single((await _connection.RowsAsync($"SELECT * FROM {Table} WHERE n = 1")).Single());
    }

    [Fact]
    public async Task They_group_and_filter_rows_by_their_batch()
    {
        await _connection.ExecuteAsync("SET drop_system_columns=false");
        List<object?[]> batches = await _connection.RowsAsync(
            $"SELECT _acp_system_metadata.acp_sourceBatchId, count(DISTINCT _ACP_BATCHID) AS batches, count(_acp_batchid) AS records, "
                + $"min(_acp_system_metadata.ingestTime) FROM {Table} GROUP BY 1 ORDER BY records");
        Assert.Equal([(1L, 1L), (1L, 2L)], batches.Select(batch => ((long)batch[1]!, (long)batch[2]!)));
        Assert.All(batches, batch => Assert.InRange(
            DateTimeOffset.FromUnixTimeMilliseconds((long)batch[3]!), DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow));
        List<object?[]> rows =
            await _connection.RowsAsync($"SELECT n FROM {Table} t WHERE t._acp_batchid = '{batches[1][0]}' ORDER BY n");
        Assert.Equal([2, 3], rows.Select(row => (int)row[0]!));
    }

    [Fact]
    public async Task They_are_there_for_a_table_without_rows_too()
    {
        await _connection.ExecuteAsync("SET drop_system_columns=false");
        Assert.Empty(await _connection.RowsAsync($"SELECT _acp_batchid, _acp_system_metadata.sourceBatchId FROM {Table} WHERE false"));
        await _connection.ExecuteAsync("DROP TABLE IF EXISTS none_with_system_columns");
        await _connection.ExecuteAsync("CREATE TABLE none_with_system_columns AS SELECT n FROM " + Table + " WHERE false");
        Assert.Empty(await _connection.RowsAsync("SELECT n, _acp_batchid FROM none_with_system_columns"));
    }
}
