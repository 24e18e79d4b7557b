using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.PostgresWire;

/// <summary>Connects to an emulator's PostgreSQL endpoint, as a client of Query Service does.</summary>
internal static class QueryServiceConnection
{
    public static string ConnectionString(EmulatorFixture fixture, string? database = null)
    {
        string[] endpoint = fixture.Emulator.QueryEndpoint.Split(':');
        return new NpgsqlConnectionStringBuilder
        {
            Host = endpoint[0],
            Port = int.Parse(endpoint[1], System.Globalization.CultureInfo.InvariantCulture),
            Username = fixture.Emulator.OrgId,
            Password = fixture.Token,
            Database = database ?? $"{fixture.Emulator.SandboxName}:all",
            SslMode = SslMode.VerifyFull,
            RootCertificate = fixture.Emulator.CertificateFile,
            Pooling = false,
        }.ConnectionString;
    }

    public static async Task<NpgsqlConnection> OpenAsync(EmulatorFixture fixture, string? database = null)
    {
        var connection = new NpgsqlConnection(ConnectionString(fixture, database));
        await connection.OpenAsync();
        return connection;
    }

    public static async Task ExecuteAsync(this NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<object?> ScalarAsync(this NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>All rows, each as its values.</summary>
    public static async Task<List<object?[]>> RowsAsync(this NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        List<object?[]> rows = [];
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => reader.IsDBNull(index) ? null : reader.GetValue(index))]);
        return rows;
    }

    public static async Task<PostgresException> FailsAsync(this NpgsqlConnection connection, string sql) =>
        await Assert.ThrowsAsync<PostgresException>(() => connection.RowsAsync(sql));
}
