using System.Net;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.QueryService.Queries;
using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.QueryService;

/// <summary>Statements of PostgreSQL sessions in the list of queries.</summary>
public sealed class QueryLogTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task A_session_s_queries_are_listed_with_client_state_and_rows()
    {
        await using NpgsqlConnection connection = await OpenAsync("log test");
        await connection.ExecuteAsync("CREATE TABLE logged AS SELECT x FROM range(7) AS r(x)");
        await connection.RowsAsync("SELECT x FROM logged WHERE x > 3");
        await connection.FailsAsync("SELECT missing FROM logged");
        await connection.ExecuteAsync("SET auto_to_json=true; BEGIN; COMMIT");
        await connection.ExecuteAsync("$$ BEGIN INSERT INTO logged SELECT 8; SELECT 1; END $$");

        JsonObject[] queries = await ListAsync("log test");
        Assert.Equal(
            [("CREATE", "SUCCESS", 7L), ("SELECT", "SUCCESS", 3L), ("SELECT", "FAILED", 0L), ("$$", "SUCCESS", 1L)],
            queries.Select(
                query => (((string)query["request"]!["sql"]!).Split(' ')[0], (string)query["state"]!, (long)query["rowCount"]!)));
        Assert.Equal("dev:all", (string?)queries[0]["request"]!["dbName"]);
        Assert.Equal((true, false), ((bool)queries[0]["isCTAS"]!, (bool)queries[0]["isInsertInto"]!));
        Assert.Equal("42703", (string?)queries[2]["errors"]![0]!["code"]);
        Assert.Single(queries[1]["_links"]!["referenced_datasets"]!.AsArray());
        JsonObject one = await fixture.Client.SendAsync(HttpMethod.Get, $"/queries/{queries[1]["id"]}");
        Assert.Equal((string?)queries[1]["effectiveSQL"], (string?)one["effectiveSQL"]);
    }

    [Fact]
    public async Task What_drivers_send_on_their_own_is_hidden()
    {
        await using NpgsqlConnection connection = await OpenAsync("hidden test");
        await connection.ExecuteAsync("DECLARE c CURSOR FOR SELECT 1; FETCH 1 FROM c; CLOSE c");
        await connection.RowsAsync("SELECT relname FROM pg_catalog.pg_class");
        await connection.RowsAsync("SHOW TABLES");
        Assert.Empty(await ListAsync("hidden test"));
        JsonObject[] all = await ListAsync("hidden test", "&excludeHidden=false");
        Assert.True(all.Length >= 5);
        Assert.All(all, query => Assert.Equal(("SUCCESS", true), ((string?)query["state"], (bool?)query["hidden"])));
    }

    [Fact]
    public async Task A_running_statement_can_be_cancelled_by_the_api_and_the_session_goes_on()
    {
        await using NpgsqlConnection connection = await OpenAsync("cancel test");
        Task<PostgresException> failing = connection.FailsAsync("SELECT count(*) FROM range(1000000000000) AS r(x) WHERE x % 1000003 = 1");
        JsonObject[] running = await Polling.UntilAsync(() => ListAsync("cancel test"), queries => queries.Length == 1);
        Assert.Equal("IN_PROGRESS", (string?)running[0]["state"]);
        await fixture.Client.SendAsync(HttpMethod.Patch, $"/queries/{running[0]["id"]}", new { op = "cancel" }, HttpStatusCode.Accepted);
        Assert.Equal("57014", (await failing).SqlState);
        Assert.Equal("KILLED", (string?)Assert.Single(await ListAsync("cancel test"))["state"]);
        Assert.Equal(1, await connection.ScalarAsync("SELECT 1"));
    }

    [Fact]
    public async Task A_statement_that_takes_too_long_has_timed_out()
    {
        await using NpgsqlConnection connection = await OpenAsync("time test");
        await connection.ExecuteAsync("SET statement_timeout = '200ms'");
        await connection.FailsAsync("SELECT count(*) FROM range(1000000000000) AS r(x) WHERE x % 1000003 = 1");
        Assert.Equal("TIMEOUT", (string?)Assert.Single(await ListAsync("time test"))["state"]);
    }

    [Fact]
    public async Task The_oldest_queries_are_forgotten_when_there_are_too_many()
    {
        EmulatorFixture own = await EmulatorFixture.StartAsync(new AepEmulatorOptions { MostQueries = 10 });
        await using (NpgsqlConnection connection = await OpenSilentlyAsync(own))
        {
            for (int number = 1; number <= 12; number++)
                await connection.ExecuteAsync($"SELECT {number}");
        }
        JsonObject page = await own.Client.SendAsync(HttpMethod.Get, "/queries?orderby=created");
        Assert.Equal(Enumerable.Range(3, 10).Select(number => $"SELECT {number}"),
            page["queries"]!.AsArray().Select(query => (string?)query!["effectiveSQL"]));
        await own.DisposeAsync();
    }

    [Fact]
    public async Task A_statement_s_file_is_written_once_and_one_that_has_only_begun_is_found_failed_after_a_crash()
    {
        using TemporaryFolder folder = new(), copy = new();
        EmulatorFixture first = await EmulatorFixture.StartAsync(new AepEmulatorOptions { DataFolder = folder.Path });
        NpgsqlConnection connection = await OpenSilentlyAsync(first);
        Task<PostgresException> ended = connection.FailsAsync("SELECT count(*) FROM range(1000000000000) AS r(x) WHERE x % 1000003 = 1");
        JsonObject page = await Polling.UntilAsync(
            () => first.Client.SendAsync(HttpMethod.Get, "/queries"), found => found["queries"]!.AsArray().Count == 1);
        Assert.Empty(Written(folder));
        foreach (string file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock")))
        {
            string target = Path.Combine(copy.Path, Path.GetRelativePath(folder.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        EmulatorFixture second = await EmulatorFixture.StartAsync(new AepEmulatorOptions { DataFolder = copy.Path });
        JsonObject found = await second.Client.SendAsync(HttpMethod.Get, $"/queries/{page["queries"]![0]!["id"]}");
        Assert.Equal(("FAILED", "SYSTEM_ERROR"), ((string?)found["state"], (string?)found["errors"]![0]!["errorType"]));
        await second.DisposeAsync();
        await first.Client.SendAsync(HttpMethod.Patch, $"/queries/{found["id"]}", new { op = "cancel" }, HttpStatusCode.Accepted);
        await ended;
        await connection.DisposeAsync();
        await first.DisposeAsync();
    }

    // Without the queries of the catalog that the driver sends by itself.
    private static async Task<NpgsqlConnection> OpenSilentlyAsync(EmulatorFixture own)
    {
        var connection = new NpgsqlConnection(
            QueryServiceConnection.ConnectionString(own) + ";Server Compatibility Mode=NoTypeLoading");
        await connection.OpenAsync();
        return connection;
    }

    private static string[] Written(TemporaryFolder folder) =>
        [.. Directory.GetFiles(folder.Path, "*.json", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == QueryRuns.Kind)];

    private async Task<NpgsqlConnection> OpenAsync(string application)
    {
        var connection = new NpgsqlConnection(QueryServiceConnection.ConnectionString(fixture) + $";Application Name={application}");
        await connection.OpenAsync();
        return connection;
    }

    private async Task<JsonObject[]> ListAsync(string client, string more = "")
    {
        JsonObject page = await fixture.Client.SendAsync(HttpMethod.Get, $"/queries?property=client=={client}&orderby=created{more}");
        return [.. page["queries"]!.AsArray().Select(query => query!.AsObject())];
    }
}
