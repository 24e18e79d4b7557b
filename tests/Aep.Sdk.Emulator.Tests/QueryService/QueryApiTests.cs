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
        Assert.Equal((fixture.Emulator.OrgId, fixture.Token, "dev:all"),
            ((string?)parameters["username"], (string?)parameters["token"], (string?)parameters["dbName"]));
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
        const string Sql =
            "$$ BEGIN CREATE TABLE written AS SELECT x AS n FROM range(5) AS r(x); INSERT INTO written SELECT n FROM written WHERE n > 2; "
                + "END $$;";
        JsonObject query = await Client.RunAsync(new { dbName = "dev:all", sql = Sql });
        Assert.Equal(("SUCCESS", 7, true, true),
            ((string?)query["state"], (int?)query["rowCount"], (bool)query["isCTAS"]!, (bool)query["isInsertInto"]!));
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
        JsonObject query =
            await Client.RunAsync(new { sql = "$$ BEGIN SELECT * FROM no_such_table; EXCEPTION WHEN OTHER THEN SELECT 'ERROR'; END $$" });
        Assert.Equal(("SUCCESS", 1), ((string?)query["state"], (int?)query["rowCount"]));
    }

    [Fact]
    public async Task A_running_query_can_be_killed_once()
    {
        JsonObject created = await Client.SendAsync(
            HttpMethod.Post, "/queries", new { sql = "SELECT count(*) FROM range(1000000000000) AS r(x) WHERE x % 1000003 = 1" },
            HttpStatusCode.Accepted);
        string id = (string)created["id"]!;
        await Polling.UntilAsync(
            () => Client.SendAsync(HttpMethod.Get, $"/queries/{id}"), query => (string?)query["state"] == "IN_PROGRESS");
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
        Assert.Equal(3m, Convert.ToDecimal(
            await connection.ScalarAsync("SELECT sum(n) FROM kept_rows"), System.Globalization.CultureInfo.InvariantCulture));
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

    [Theory]
    [InlineData("GET", "/queries/nothing")]
    [InlineData("GET", "/query-templates/nothing")]
    [InlineData("GET", "/schedules/nothing")]
    [InlineData("DELETE", "/schedules/nothing")]
    [InlineData("GET", "/schedules/nothing/runs")]
    [InlineData("POST", "/schedules/nothing/runs")]
    [InlineData("GET", "/schedules/nothing/runs/none")]
    [InlineData("GET", "/alert-subscriptions/nothing/failure")]
    [InlineData("DELETE", "/alert-subscriptions/nothing/failure")]
    public Task Unknown_ids_are_404(string method, string path) =>
        Client.SendAsync(new HttpMethod(method), path, expected: HttpStatusCode.NotFound);

    [Fact]
    public Task A_query_of_an_unknown_template_is_404() =>
        Client.SendAsync(HttpMethod.Post, "/queries", new { templateId = "nothing" }, HttpStatusCode.NotFound);

    [Fact]
    public async Task A_query_knows_the_datasets_that_it_reads()
    {
        await Client.RunAsync(new { sql = "CREATE TABLE referenced_once AS SELECT 1 AS n" });
        JsonObject query = await Client.RunAsync(new { sql = "SELECT n FROM referenced_once -- FROM nothing" });
        JsonNode dataset = Assert.Single(query["_links"]!["referenced_datasets"]!.AsArray())!;
        Assert.EndsWith($"/data/foundation/catalog/dataSets/{dataset["id"]}", (string?)dataset["href"]);
        JsonObject page = await Client.SendAsync(HttpMethod.Get, $"/queries?property=referenced_datasets==nothing||{dataset["id"]}");
        Assert.Equal((string?)query["id"], (string?)page["queries"]![0]!["id"]);
    }

    [Theory]
    [InlineData("SELECT count(*) FROM range(1000000000000) AS r(x) WHERE x % 1000003 = 1", 10)]
    [InlineData("CREATE TABLE too_late AS SELECT count(*) AS n FROM range(1000000000000) AS r(x) WHERE x % 1000003 = 1", 23 * 60)]
    public async Task A_query_that_takes_too_long_times_out(string sql, int minutes)
    {
        var clock = new StoppedClock();
        // a token lasts 24
        EmulatorFixture own = await EmulatorFixture.StartAsync(
            new AepEmulatorOptions { TimeProvider = clock.Time, BatchQueryTimeLimit = TimeSpan.FromHours(23) });
        JsonObject created = await own.Client.SendAsync(HttpMethod.Post, "/queries", new { sql }, HttpStatusCode.Accepted);
        string path = $"/queries/{created["id"]}";
        await clock.RunUntilAsync(() => own.Client.SendAsync(HttpMethod.Get, path), query => (string?)query["state"] == "IN_PROGRESS");
        clock.Time.Advance(TimeSpan.FromMinutes(minutes - 2));
        Assert.Equal("IN_PROGRESS", (string?)(await own.Client.SendAsync(HttpMethod.Get, path))["state"]);
        clock.Time.Advance(TimeSpan.FromMinutes(2));
        JsonObject ended =
            await clock.RunUntilAsync(() => own.Client.SendAsync(HttpMethod.Get, path), query => (string?)query["state"] != "IN_PROGRESS");
        Assert.Equal(("TIMEOUT", "53400"), ((string?)ended["state"], (string?)ended["errors"]![0]!["code"]));
        await own.DisposeAsync();
    }

    [Fact]
    public async Task A_restart_fails_the_query_that_was_in_progress()
    {
        using var folder = new TemporaryFolder();
        var options = new AepEmulatorOptions { DataFolder = folder.Path, ProcessingTime = TimeSpan.Zero };
        EmulatorFixture first = await EmulatorFixture.StartAsync(options);
        JsonObject created = await first.Client.SendAsync(
            HttpMethod.Post, "/queries", new { sql = "SELECT count(*) FROM range(1000000000000) AS r(x) WHERE x % 1000003 = 1" },
            HttpStatusCode.Accepted);
        string path = $"/queries/{created["id"]}";
        await Polling.UntilAsync(() => first.Client.SendAsync(HttpMethod.Get, path), query => (string?)query["state"] == "IN_PROGRESS");
        await first.DisposeAsync();
        EmulatorFixture second = await EmulatorFixture.StartAsync(options);
        JsonObject query = await second.Client.SendAsync(HttpMethod.Get, path);
        Assert.Equal(("FAILED", "SYSTEM_ERROR"), ((string?)query["state"], (string?)query["errors"]![0]!["errorType"]));
        await second.DisposeAsync();
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
