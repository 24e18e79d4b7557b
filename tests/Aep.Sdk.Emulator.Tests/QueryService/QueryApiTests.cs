using System.Net;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.QueryService;

public sealed class QueryApiTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private HttpClient Client => fixture.Client;

    [Fact]
    public async Task Connection_parameters_lead_to_the_endpoint()
    {
        JsonObject parameters = await Client.SendAsync(HttpMethod.Get, "/connection_parameters");
        Assert.Equal($"{parameters["host"]}:{parameters["port"]}", fixture.Emulator.QueryEndpoint);
        Assert.Equal((fixture.Emulator.OrgId, fixture.Token, "dev:all"), ((string?)parameters["username"], (string?)parameters["token"], (string?)parameters["dbName"]));
        Assert.NotNull(parameters["websoketHost"]);
    }

    [Fact]
    public async Task A_query_runs_in_the_background_and_counts_its_rows()
    {
        JsonObject query = await Client.RunAsync(new { dbName = "dev:all", sql = "SELECT x FROM range(70000) AS r(x)", name = "rows" });
        Assert.Equal(("SUCCESS", 70_000), ((string?)query["state"], (int?)query["rowCount"]));
        Assert.Equal("rows", (string?)query["request"]!["name"]);
        Assert.True((long)query["elapsedTime"]! >= 0);
        Assert.Empty(query["errors"]!.AsArray());
    }

    [Fact]
    public async Task A_block_that_creates_and_inserts_counts_what_it_wrote()
    {
        const string Sql = "$$ BEGIN CREATE TABLE written AS SELECT x AS n FROM range(5) AS r(x); INSERT INTO written SELECT n FROM written WHERE n > 2; END $$;";
        JsonObject query = await Client.RunAsync(new { dbName = "dev:all", sql = Sql });
        Assert.Equal(("SUCCESS", 7, true, true), ((string?)query["state"], (int?)query["rowCount"], (bool)query["isCTAS"]!, (bool)query["isInsertInto"]!));
    }

    [Fact]
    public async Task A_failed_query_says_why()
    {
        JsonObject query = await Client.RunAsync(new { sql = "SELECT * FROM no_such_table" });
        JsonNode error = Assert.Single(query["errors"]!.AsArray())!;
        Assert.Equal(("FAILED", "42P01", "USER_ERROR"), ((string?)query["state"], (string?)error["code"], (string?)error["errorType"]));
        Assert.Contains("no_such_table", (string?)error["message"]);
    }

    [Fact]
    public async Task A_failure_that_a_handler_takes_is_success()
    {
        JsonObject query = await Client.RunAsync(new { sql = "$$ BEGIN SELECT * FROM no_such_table; EXCEPTION WHEN OTHER THEN SELECT 'ERROR'; END $$" });
        Assert.Equal(("SUCCESS", 1), ((string?)query["state"], (int?)query["rowCount"]));
    }

    [Fact]
    public async Task A_running_query_can_be_killed_once()
    {
        JsonObject created = await Client.SendAsync(
            HttpMethod.Post, "/queries", new { sql = "SELECT count(*) FROM range(1000000000000) AS r(x) WHERE (x * x) % 1000003 = 1" }, HttpStatusCode.Accepted);
        string id = (string)created["id"]!;
        await Polling.UntilAsync(() => Client.SendAsync(HttpMethod.Get, $"/queries/{id}"), query => (string?)query["state"] == "IN_PROGRESS");
        JsonObject answer = await Client.SendAsync(HttpMethod.Patch, $"/queries/{id}", new { op = "cancel" }, HttpStatusCode.Accepted);
        Assert.Equal("Query cancel request received", (string?)answer["message"]);
        Assert.Equal("KILLED", (string?)(await Client.FinishAsync(id))["state"]);
        await Client.SendAsync(HttpMethod.Patch, $"/queries/{id}", new { op = "cancel" }, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Ctas_and_insert_parameters_turn_a_select_into_a_dataset()
    {
        await Client.RunAsync(new { sql = "SELECT 1 AS n", ctasParameters = new { datasetName = "kept_rows" } });
        JsonObject query = await Client.RunAsync(new { sql = "SELECT 2 AS n", insertIntoParameters = new { datasetName = "kept_rows" } });
        Assert.Equal("SUCCESS", (string?)query["state"]);
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        Assert.Equal(3m, Convert.ToDecimal(await connection.ScalarAsync("SELECT sum(n) FROM kept_rows"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"sql": "SELECT 1", "templateId": "x"}""")]
    [InlineData("""{"sql": "SELECT 1", "dbName": "prod:all"}""")]
    [InlineData("""{"sql": "SELECT $missing"}""")]
    [InlineData("""{"sql": "SELECT 'open"}""")]
    [InlineData("""{"sql": " ; "}""")]
    public async Task Malformed_requests_are_refused(string body)
    {
        JsonObject error = await Client.SendAsync(HttpMethod.Post, "/queries", JsonNode.Parse(body), HttpStatusCode.BadRequest);
        Assert.Equal(400, (int)error["statusCode"]!);
    }

    [Fact]
    public async Task Unknown_ids_are_404_and_schedules_are_501()
    {
        await Client.SendAsync(HttpMethod.Get, "/queries/nothing", expected: HttpStatusCode.NotFound);
        await Client.SendAsync(HttpMethod.Get, "/query-templates/nothing", expected: HttpStatusCode.NotFound);
        await Client.SendAsync(HttpMethod.Post, "/queries", new { templateId = "nothing" }, HttpStatusCode.NotFound);
        JsonObject error = await Client.SendAsync(HttpMethod.Get, "/schedules", expected: HttpStatusCode.NotImplemented);
        Assert.Contains("/schedules", (string?)error["detail"]);
    }

    [Fact]
    public async Task A_restart_ends_the_queries_that_were_running()
    {
        using var folder = new TemporaryFolder();
        var options = new AepEmulatorOptions { DataFolder = folder.Path, ProcessingTime = TimeSpan.FromHours(1) };
        EmulatorFixture first = await EmulatorFixture.StartAsync(options);
        JsonObject created = await first.Client.SendAsync(HttpMethod.Post, "/queries", new { sql = "SELECT 1" }, HttpStatusCode.Accepted);
        await first.DisposeAsync();
        EmulatorFixture second = await EmulatorFixture.StartAsync(options);
        JsonObject query = await second.Client.SendAsync(HttpMethod.Get, $"/queries/{created["id"]}");
        Assert.Equal("FAILED", (string?)query["state"]);
        Assert.NotEmpty(query["errors"]!.AsArray());
        await second.DisposeAsync();
    }
}
