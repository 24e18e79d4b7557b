using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Aep.Sdk.Emulator.Tests.QueryService;

/// <summary>Scheduled queries, on a clock that the tests move.</summary>
public sealed class QueryScheduleTests
{
    private const string Slow = "SELECT count(*) FROM range(1000000000000) AS r(x) WHERE x % 1000003 = 1";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 5, 12, 0, 30, TimeSpan.Zero));

    [Fact]
    public async Task A_schedule_runs_its_query_at_the_times_of_its_cron_expression()
    {
        await using Platform platform = await StartAsync();
        JsonObject created = await platform.CreateAsync("SELECT x FROM range(3) AS r(x)",
            new { schedule = "*/5 * * * *", startDate = "2026-01-05T12:10:00Z", endDate = "2026-01-05T12:20:00Z" });
        Assert.Equal(("REGISTERING", 1), ((string?)created["state"], (int?)created["schedule"]!["maxActiveRuns"]));
        string id = (string)created["id"]!;
        await platform.EnabledAsync(id);

        await platform.RunsAsync(id, runs => Succeeded(runs) == 3, TimeSpan.FromMinutes(30));
        JsonArray runs =
            (await platform.Client.SendAsync(HttpMethod.Get, $"/schedules/{id}/runs?orderby=created"))["runsSchedules"]!.AsArray();
        Assert.Equal(["12:10", "12:15", "12:20"], runs.Select(run => ((string)run!["created"]!)[11..16]));
        Assert.Equal("scheduled__2026-01-05T12:10:00+00:00", Encoding.ASCII.GetString(Convert.FromBase64String((string)runs[0]!["id"]!)));

        JsonObject queries = await platform.Client.SendAsync(HttpMethod.Get, $"/queries?property=scheduleId=={id}&orderby=created");
        Assert.Equal(["3", "3", "3"], queries["queries"]!.AsArray().Select(query => query!["rowCount"]!.ToString()));
        Assert.Equal((string?)runs[0]!["id"], (string?)queries["queries"]![0]!["scheduleRunId"]);
    }

    [Fact]
    public async Task A_run_can_be_triggered_and_read()
    {
        await using Platform platform = await StartAsync();
        string id = await platform.CreateEnabledAsync("SELECT 1 AS n", new { schedule = "0 0 1 1 *" });
        JsonObject answer = await platform.Client.SendAsync(HttpMethod.Post, $"/schedules/{id}/runs", expected: HttpStatusCode.Accepted);
        Assert.Equal(
            ("Request to trigger run of a scheduled query accepted.", 202), ((string?)answer["message"], (int?)answer["statusCode"]));

        JsonObject run = (JsonObject)(await platform.RunsAsync(id, runs => Succeeded(runs) == 1))[0]!;
        Assert.True((bool)run["externalTrigger"]!);
        JsonObject details = await platform.Client.SendAsync(HttpMethod.Get, $"/schedules/{id}/runs/{run["id"]}");
        JsonNode task = Assert.Single(details["taskStatusList"]!.AsArray())!;
        Assert.Equal(
            ("SUCCESS", "Processed Successfully", id), ((string?)task["state"], (string?)task["message"], (string?)details["scheduleId"]));
        Assert.Empty((await platform.Client.SendAsync(HttpMethod.Get,
            $"/schedules/{id}/runs?property=externalTrigger==false"))["runsSchedules"]!.AsArray());
    }

    [Fact]
    public async Task A_run_whose_query_fails_has_failed_and_says_why()
    {
        await using Platform platform = await StartAsync();
        string id = await platform.CreateEnabledAsync("SELECT * FROM no_such_table", new { schedule = "0 0 1 1 *" });
        await platform.Client.SendAsync(HttpMethod.Post, $"/schedules/{id}/runs", expected: HttpStatusCode.Accepted);
        JsonArray runs = await platform.RunsAsync(id, runs => (string?)runs[0]!["state"] == "FAILED");
        JsonObject details = await platform.Client.SendAsync(HttpMethod.Get, $"/schedules/{id}/runs/{runs[0]!["id"]}");
        Assert.Contains("no_such_table", (string?)details["taskStatusList"]![0]!["message"]);
    }

    [Fact]
    public async Task A_run_of_a_template_that_has_gone_has_failed_and_says_so()
    {
        await using Platform platform = await StartAsync();
        JsonObject template = await platform.Client.SendAsync(
            HttpMethod.Post, "/query-templates", new { name = "t", sql = "SELECT 1" }, HttpStatusCode.Accepted);
        JsonObject created = await platform.Client.SendAsync(
            HttpMethod.Post, "/schedules",
                new { query = new { templateId = (string?)template["id"] }, schedule = new { schedule = "0 0 1 1 *" } },
                    HttpStatusCode.Accepted);
        string id = (string)created["id"]!;
        await platform.EnabledAsync(id);
        await platform.Client.SendAsync(HttpMethod.Delete, $"/query-templates/{template["id"]}", expected: HttpStatusCode.Accepted);
        await platform.Client.SendAsync(HttpMethod.Post, $"/schedules/{id}/runs", expected: HttpStatusCode.Accepted);
        JsonArray runs = await platform.RunsAsync(id, runs => (string?)runs[0]!["state"] == "FAILED");
        JsonObject details = await platform.Client.SendAsync(HttpMethod.Get, $"/schedules/{id}/runs/{runs[0]!["id"]}");
        Assert.Contains("query template", (string?)details["taskStatusList"]![0]!["message"]);
    }

    [Fact]
    public async Task A_run_waits_while_another_is_active_and_can_be_cancelled()
    {
        await using Platform platform = await StartAsync();
        string id = await platform.CreateEnabledAsync(Slow, new { schedule = "*/5 * * * *" });
        JsonArray runs =
            await platform.RunsAsync(id, runs => runs.Count == 1 && (string?)runs[0]!["state"] == "IN_PROGRESS", TimeSpan.FromMinutes(6));
        await platform.AdvanceAsync(TimeSpan.FromMinutes(6));
        Assert.Single(await platform.ListRunsAsync(id));

        await platform.Client.SendAsync(
            HttpMethod.Patch, $"/schedules/{id}/runs/{runs[0]!["id"]}", new { op = "cancel" }, HttpStatusCode.Accepted);
        runs = await platform.RunsAsync(id, runs => runs.Count == 2);
        Assert.Equal("FAILED", (string?)runs[1]!["state"]);
        await platform.Client.SendAsync(
            HttpMethod.Patch, $"/schedules/{id}/runs/{runs[1]!["id"]}", new { op = "cancel" }, HttpStatusCode.Conflict);
        await platform.Client.SendAsync(
            HttpMethod.Patch, $"/schedules/{id}/runs/{runs[0]!["id"]}", new { op = "stop" }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Triggered_runs_wait_for_their_turn_too()
    {
        await using Platform platform = await StartAsync();
        string id = await platform.CreateEnabledAsync(Slow, new { schedule = "0 0 1 1 *", maxActiveRuns = 2 });
        for (int trigger = 0; trigger < 4; trigger++)
            await platform.Client.SendAsync(HttpMethod.Post, $"/schedules/{id}/runs", expected: HttpStatusCode.Accepted);
        JsonArray runs = await platform.RunsAsync(id, runs => runs.Count == 4);
        Assert.All(runs, run => Assert.Equal("IN_PROGRESS", (string?)run!["state"]));
        Assert.Equal(2, await RunningAsync());

        string[] ids = [.. runs.OrderBy(run => (string?)run!["created"], StringComparer.Ordinal).Select(run => (string)run!["id"]!)];
        await CancelAsync(ids[3]); // waits
        Assert.Equal(2, await RunningAsync());
        await CancelAsync(ids[0]); // runs: the third takes its place
        await platform.RunsAsync(id, runs => Failed(runs) == 2);
        await Polling.UntilAsync(
            async () =>
            {
                await platform.AdvanceAsync(TimeSpan.FromSeconds(10));
                return await RunningAsync();
            },
            running => running == 2);
        await CancelAsync(ids[1]);
        await CancelAsync(ids[2]);
        await platform.RunsAsync(id, runs => Failed(runs) == 4);

        async Task<int> RunningAsync() =>
            (await platform.Client.SendAsync(HttpMethod.Get,
                $"/queries?property=scheduleId=={id},state!=KILLED"))["queries"]!.AsArray().Count;
        Task CancelAsync(string run) =>
            platform.Client.SendAsync(HttpMethod.Patch, $"/schedules/{id}/runs/{run}", new { op = "cancel" }, HttpStatusCode.Accepted);
        static int Failed(JsonArray runs) => runs.Count(run => (string?)run!["state"] == "FAILED");
    }

    [Fact]
    public async Task Alerts_go_with_their_schedule()
    {
        await using Platform platform = await StartAsync();
        string id = await platform.CreateEnabledAsync("SELECT 1", new { schedule = "0 0 1 1 *" });
        var subscription = new
        {
            assetId = id,
            alertType = "failure",
            subscriptions = new { emailIds = new[] { "a@example.com" }, inContextNotifications = true, emailNotifications = true }
        };
        await platform.Client.SendAsync(HttpMethod.Post, "/alert-subscriptions", subscription);
        Assert.Single((await platform.Client.SendAsync(HttpMethod.Get, $"/alert-subscriptions/{id}"))["alerts"]!.AsArray());
        await platform.PatchAsync(id, "/state", "disable", HttpStatusCode.Accepted);
        await platform.Client.SendAsync(HttpMethod.Delete, $"/schedules/{id}", expected: HttpStatusCode.Accepted);
        Assert.Empty((await platform.Client.SendAsync(HttpMethod.Get, "/alert-subscriptions"))["alerts"]!.AsArray());
    }

    [Fact]
    public async Task Once_is_once()
    {
        await using Platform platform = await StartAsync();
        string id = await platform.CreateEnabledAsync("SELECT 1", new { schedule = "@once", startDate = "2026-01-05T12:03:00Z" });
        Assert.Empty(await platform.ListRunsAsync(id));
        await platform.RunsAsync(id, runs => Succeeded(runs) == 1, TimeSpan.FromMinutes(10));
        await platform.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Single(await platform.ListRunsAsync(id));
    }

    [Fact]
    public async Task A_disabled_schedule_rests_and_only_it_can_be_deleted()
    {
        await using Platform platform = await StartAsync();
        string id = await platform.CreateEnabledAsync("SELECT 1", new { schedule = "* * * * *" });
        await platform.Client.SendAsync(HttpMethod.Delete, $"/schedules/{id}", expected: HttpStatusCode.BadRequest);
        await platform.PatchAsync(id, "/state", "disable", HttpStatusCode.Accepted);
        await platform.PatchAsync(id, "/state", "disable", HttpStatusCode.BadRequest);
        int before = (await platform.ListRunsAsync(id)).Count;
        await platform.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(before, (await platform.ListRunsAsync(id)).Count);
        await platform.Client.SendAsync(HttpMethod.Post, $"/schedules/{id}/runs", expected: HttpStatusCode.BadRequest);

        await platform.PatchAsync(id, "/schedule/schedule", "*/2 * * * *", HttpStatusCode.Accepted);
        await platform.PatchAsync(id, "/state", "enable", HttpStatusCode.Accepted);
        await platform.RunsAsync(id, runs => Succeeded(runs) == before + 1, TimeSpan.FromMinutes(3));
        Assert.Equal(
            "*/2 * * * *", (string?)(await platform.Client.SendAsync(HttpMethod.Get, $"/schedules/{id}"))["schedule"]!["schedule"]);

        await platform.PatchAsync(id, "/state", "disable", HttpStatusCode.Accepted);
        await platform.RunsAsync(id, runs => runs.All(run => (string?)run!["state"] != "IN_PROGRESS"));
        JsonObject answer = await platform.Client.SendAsync(HttpMethod.Delete, $"/schedules/{id}", expected: HttpStatusCode.Accepted);
        Assert.Equal("Schedule deleted successfully", (string?)answer["message"]);
        await platform.Client.SendAsync(HttpMethod.Get, $"/schedules/{id}", expected: HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_schedule_survives_a_restart_and_its_run_does_not_get_lost()
    {
        using var folder = new TemporaryFolder();
        string id, slow;
        await using (Platform first = await StartAsync(folder.Path))
        {
            id = await first.CreateEnabledAsync("SELECT 1", new { schedule = "*/10 * * * *" });
            slow = await first.CreateEnabledAsync(Slow, new { schedule = "0 0 1 1 *" });
            await first.Client.SendAsync(HttpMethod.Post, $"/schedules/{slow}/runs", expected: HttpStatusCode.Accepted);
            await first.RunsAsync(id, runs => Succeeded(runs) == 1, TimeSpan.FromMinutes(11));
            await first.RunsAsync(slow, runs => (string?)runs[0]!["state"] == "IN_PROGRESS");
        }
        _time.Advance(TimeSpan.FromMinutes(30));
        await using Platform second = await StartAsync(folder.Path);
        Assert.Equal("FAILED", (string?)Assert.Single(await second.ListRunsAsync(slow))!["state"]);
        await second.RunsAsync(id, runs => Succeeded(runs) == 2, TimeSpan.FromMinutes(11)); // and not the three of the time between
    }

    private static readonly (string Body, string Named)[] WrongSchedules =
    [
        ("""{ "schedule": { "schedule": "* * * * *" } }""", "query"),
        ("""{ "query": { "sql": "SELECT 1" } }""", "schedule"),
        ("""{ "query": { "sql": "SELECT 1" }, "schedule": {} }""", "schedule.schedule"),
        ("""{ "query": { "sql": "SELECT 1" }, "schedule": { "schedule": "0 30 * * * ?" } }""", "five fields"),
        ("""{ "query": { "sql": "SELECT 1" }, "schedule": { "schedule": "61 * * * *" } }""", "61"),
        ("""{ "query": { "sql": "SELECT 1" }, "schedule": { "schedule": "@once" } }""", "startDate"),
        ("""{ "query": { "sql": "SELECT 1" }, "schedule": { "schedule": "* * * * *", "startDate": "soon" } }""", "soon"),
        (
            """{ "query": { "sql": "SELECT 1" }, "schedule": { "schedule": "* * * * *", "startDate": "2026-02-01T00:00:00Z", "endDate": "2026-01-01T00:00:00Z" } }""", "endDate"),
        ("""{ "query": { "sql": "SELECT 1" }, "schedule": { "schedule": "* * * * *", "maxActiveRuns": 0 } }""", "maxActiveRuns"),
        ("""{ "query": { "sql": "SELECT 'open" }, "schedule": { "schedule": "* * * * *" } }""", "ErrorCode"),
        ("""{ "query": {}, "schedule": { "schedule": "* * * * *" } }""", "sql or templateId"),
    ];

    [Fact]
    public async Task A_schedule_that_is_wrong_is_refused_and_not_made()
    {
        await using Platform platform = await StartAsync();
        foreach ((string body, string named) in WrongSchedules)
        {
            JsonObject error =
                await platform.Client.SendAsync(HttpMethod.Post, "/schedules", JsonNode.Parse(body), HttpStatusCode.BadRequest);
            Assert.Contains(named, (string?)error["message"]);
        }
        Assert.Empty((await platform.Client.SendAsync(HttpMethod.Get, "/schedules"))["schedules"]!.AsArray());
    }

    private static readonly string[] WrongPatches =
    [
        """[{ "op": "replace", "path": "/state", "value": "disable" }]""",
        """{ "op": "disable" }""",
        """{ "body": [] }""",
        """{ "body": [{ "op": "add", "path": "/state", "value": "disable" }] }""",
        """{ "body": [{ "op": "replace", "path": "/query/sql", "value": "SELECT 2" }] }""",
        """{ "body": [{ "op": "replace", "path": "/state", "value": "DISABLED" }] }""",
        """{ "body": [{ "op": "replace", "path": "/state", "value": "disable" }, { "op": "replace", "path": "/schedule/schedule", "value": "never" }] }""",
    ];

    [Fact]
    public async Task A_patch_that_is_wrong_changes_nothing()
    {
        await using Platform platform = await StartAsync();
        string id = await platform.CreateEnabledAsync("SELECT 1", new { schedule = "0 0 1 1 *" });
        foreach (string body in WrongPatches)
        {
            (int status, _) =
                await platform.Client.CallAsync(HttpMethod.Patch, $"{QueryServiceClient.Base}/schedules/{id}", JsonNode.Parse(body));
            Assert.True(status == 400, $"{status}: {body}");
        }
        Assert.Equal("ENABLED", (string?)(await platform.Client.SendAsync(HttpMethod.Get, $"/schedules/{id}"))["state"]);
    }

    private static int Succeeded(JsonArray runs) => runs.Count(run => (string?)run!["state"] == "SUCCESS");

    private async Task<Platform> StartAsync(string? folder = null) =>
        new(await EmulatorFixture.StartAsync(
            new AepEmulatorOptions { TimeProvider = _time, DataFolder = folder, AdHocQueryTimeLimit = TimeSpan.FromDays(1) }), _time);

    /// <summary>A platform whose clock moves only when a test asks it for something.</summary>
    private sealed class Platform(EmulatorFixture fixture, FakeTimeProvider time) : IAsyncDisposable
    {
        private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

        public HttpClient Client => fixture.Client;

        public Task<JsonObject> CreateAsync(string sql, object schedule) =>
            Client.SendAsync(HttpMethod.Post, "/schedules", new { query = new { dbName = "dev:all", sql, name = "scheduled" }, schedule },
                HttpStatusCode.Accepted);

        public async Task<string> CreateEnabledAsync(string sql, object schedule)
        {
            string id = (string)(await CreateAsync(sql, schedule))["id"]!;
            await EnabledAsync(id);
            return id;
        }

        public Task EnabledAsync(string id) => Polling.UntilAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(1));
                return Client.SendAsync(HttpMethod.Get, $"/schedules/{id}");
            },
            schedule => (string?)schedule["state"] == "ENABLED");

        public Task PatchAsync(string id, string path, string value, HttpStatusCode expected) =>
            Client.SendAsync(HttpMethod.Patch, $"/schedules/{id}", new { body = new[] { new { op = "replace", path, value } } }, expected);

        public async Task<JsonArray> ListRunsAsync(string id) =>
            (await Client.SendAsync(HttpMethod.Get, $"/schedules/{id}/runs"))["runsSchedules"]!.AsArray();

        /// <summary>Moves the clock, at most so far, until the runs are as expected.</summary>
        public Task<JsonArray> RunsAsync(string id, Func<JsonArray, bool> expected, TimeSpan? atMost = null)
        {
            DateTimeOffset end = time.GetUtcNow() + (atMost ?? TimeSpan.FromMinutes(1));
            return Polling.UntilAsync(
                () =>
                {
                    if (time.GetUtcNow() < end)
                        time.Advance(Step);
                    return ListRunsAsync(id);
                },
                runs => expected(runs));
        }

        /// <summary>Moves the clock step by step, and lets the platform look at it each time.</summary>
        public async Task AdvanceAsync(TimeSpan duration)
        {
            for (TimeSpan passed = TimeSpan.Zero; passed < duration; passed += Step)
            {
                time.Advance(Step);
                await Client.SendAsync(HttpMethod.Get, "/schedules");
            }
        }

        public async ValueTask DisposeAsync() => await fixture.DisposeAsync();
    }
}
