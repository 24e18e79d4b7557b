using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

/// <summary>A query reads what was there when it began.</summary>
public sealed class ReadingTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const int Count = 1_200; // of 20 KB each: more than the engine and the connection read ahead

    [Fact]
    public async Task A_query_reads_to_its_end_although_its_table_is_dropped()
    {
        await using NpgsqlConnection reading = await QueryServiceConnection.OpenAsync(fixture);
        await using NpgsqlConnection other = await QueryServiceConnection.OpenAsync(fixture);
        EventTable table = await EventTable.CreateAsync(other, "touches", Count, batches: 12);
        await using var command = new NpgsqlCommand($"SELECT _id, repeat(_id, 4000) FROM {table.Name}", reading);
        await using NpgsqlDataReader rows = await command.ExecuteReaderAsync();
        Assert.True(await rows.ReadAsync());
        await other.ExecuteAsync($"DROP TABLE {table.Name}");
        Assert.Equal("42P01", (await other.FailsAsync($"SELECT 1 FROM {table.Name}")).SqlState);
        int read = 1;
        while (await rows.ReadAsync())
            read++;
        Assert.Equal(Count, read);
    }
}
