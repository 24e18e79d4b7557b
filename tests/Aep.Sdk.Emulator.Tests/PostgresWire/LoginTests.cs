using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.PostgresWire;

public sealed class LoginTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Theory]
    [InlineData("Password", "no-token", "28P01")]
    [InlineData("Username", "somebody@AdobeOrg", "28000")]
    [InlineData("Database", "dev", "3D000")]
    [InlineData("Database", "nowhere:all", "3D000")]
    [InlineData("Database", "dev:no_such_table", "42P12")]
    public async Task Wrong_credentials_and_databases_are_refused(string key, string value, string state)
    {
        var settings = new NpgsqlConnectionStringBuilder(QueryServiceConnection.ConnectionString(fixture)) { [key] = value };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        PostgresException error = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync());
        Assert.Equal((state, "FATAL"), (error.SqlState, error.Severity));
    }

    [Fact]
    public async Task A_connection_without_tls_is_refused()
    {
        var settings = new NpgsqlConnectionStringBuilder(QueryServiceConnection.ConnectionString(fixture)) { SslMode = SslMode.Disable };
        settings.Remove("Root Certificate");
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        PostgresException error = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync());
        Assert.Equal("28000", error.SqlState);
    }

    [Fact]
    public async Task The_database_may_name_one_table()
    {
        await using (NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture))
            await connection.ExecuteAsync("CREATE TABLE login_table AS SELECT 1 AS x");
        await using NpgsqlConnection named = await QueryServiceConnection.OpenAsync(fixture, "dev:login_table");
        Assert.Equal(1, await named.ScalarAsync("SELECT x FROM login_table"));
    }

    [Fact]
    public async Task Without_the_permission_for_queries_there_is_no_session()
    {
        EmulatorFixture denying = await EmulatorFixture.StartAsync(new AepEmulatorOptions { DeniedPermissions = ["manage-queries"] });
        PostgresException error = await Assert.ThrowsAsync<PostgresException>(() => QueryServiceConnection.OpenAsync(denying));
        Assert.Equal(("42501", "FATAL"), (error.SqlState, error.Severity));
        Assert.Contains("manage-queries (Query Service: Manage Queries)", error.MessageText);
        await denying.DisposeAsync();
    }

    [Fact]
    public async Task Only_allowed_addresses_get_a_session()
    {
        EmulatorFixture guarded = await EmulatorFixture.StartAsync();
        await AllowAsync(guarded, "203.0.113.0/24");
        PostgresException error = await Assert.ThrowsAsync<PostgresException>(() => QueryServiceConnection.OpenAsync(guarded));
        Assert.Equal(("28000", "FATAL"), (error.SqlState, error.Severity));
        await AllowAsync(guarded, "127.0.0.0/8", "::1");
        await using (NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(guarded))
            Assert.Equal(1, await connection.ScalarAsync("SELECT 1"));
        await guarded.DisposeAsync();
    }

    private static Task<JsonObject> AllowAsync(EmulatorFixture platform, params string[] ranges) => platform.Client.CallAsync(
        200, HttpMethod.Put, "/data/foundation/query/security/ip-access",
        new JsonObject { ["ipRanges"] = new JsonArray([.. ranges.Select(range => new JsonObject { ["ipRange"] = range })]) });
}
