using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

/// <summary>Exports by schedule, on a clock that the tests move.</summary>
public sealed class ScheduledExportTests
{
    private readonly MovableClock _clock = new();

    [Fact]
    public async Task The_first_export_is_full_and_those_after_it_hold_what_came_since()
    {
        EmulatorFixture fixture = await _clock.StartAsync();
        try
        {
            var flow = new ScheduledFlow(_clock, fixture);
            JsonObject schedule = ScheduledFlow.Every3Hours(_clock.Now.AddHours(1));
            schedule["foldernameTemplate"] = "%DESTINATION%/%DATASET_ID%/%EXPORT_TIME%/%DATETIME(YYYYMMdd)%_%SANDBOX_NAME%";
            await flow.CreateAsync(schedule, manifest: true);
            await flow.IngestAsync("a");
            await flow.RunsAsync(0);

            _clock.Time.Advance(TimeSpan.FromHours(1));
            JsonObject first = (await flow.RunsAsync(1))[0];
            string file = Assert.Single(await flow.FilesAsync());
            Assert.Equal(["a"], await flow.IdsAsync(file));
            Assert.StartsWith(
                $"out/Data Landing Zone/{flow.DatasetId}/exportTime=202603010130/20260301_{fixture.Emulator.SandboxName}/part-", file);
            await AssertManifestAsync(flow, (string)first["id"]!, file);

            await flow.IngestAsync("b");
            _clock.Time.Advance(TimeSpan.FromHours(3));
            await flow.RunsAsync(2);
            string second = Assert.Single(await flow.FilesAsync(), name => name != file);
            Assert.Equal(["b"], await flow.IdsAsync(second));

            _clock.Time.Advance(TimeSpan.FromHours(3));
            JsonObject third = (await flow.RunsAsync(3))[2];
            Assert.Equal("success", FlowClient.Status(third));
            Assert.Equal(0, (int)third["metrics"]!["recordSummary"]!["outputRecordCount"]!);
            Assert.Equal(2, (await flow.FilesAsync()).Length);
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_folder_may_have_names_that_people_gave_and_does_not_lead_elsewhere()
    {
        EmulatorFixture fixture = await _clock.StartAsync();
        try
        {
            var flow = new ScheduledFlow(_clock, fixture);
            JsonObject schedule = ScheduledFlow.Every3Hours(_clock.Now.AddHours(1));
            schedule["foldernameTemplate"] = "%DESTINATION_INSTANCE_NAME%/%DATASET_NAME%";
            await flow.CreateAsync(schedule);
            await flow.IngestAsync("a");
            _clock.Time.Advance(TimeSpan.FromHours(1));
            await flow.RunsAsync(1);
            JsonObject catalog = await fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/foundation/catalog/dataSets/{flow.DatasetId}");
            Assert.StartsWith($"out/Nightly/{catalog[flow.DatasetId]!["name"]}/part-", Assert.Single(await flow.FilesAsync()));

            string etag = (string)(await flow.Flows.GetAsync("flows", flow.Id))["etag"]!;
            var renamed = new JsonObject { ["op"] = "replace", ["path"] = "/name", ["value"] = ".." };
            await flow.Flows.SendAsync(HttpMethod.Patch, $"/flows/{flow.Id}", new JsonArray(renamed), etag);
            await flow.IngestAsync("b");
            _clock.Time.Advance(TimeSpan.FromHours(3));
            JsonObject failed = (await flow.RunsAsync(2))[1];
            Assert.Equal("failed", FlowClient.Status(failed));
            Assert.Contains("must not leave", failed["metrics"]!["statusSummary"]!.ToJsonString());
            Assert.Single(await flow.FilesAsync());
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_run_that_was_missed_while_the_platform_was_down_is_done_once()
    {
        using var folder = new TemporaryFolder();
        var options = new AepEmulatorOptions { DataFolder = folder.Path };
        EmulatorFixture fixture = await _clock.StartAsync(options);
        var flow = new ScheduledFlow(_clock, fixture);
        await flow.CreateAsync(ScheduledFlow.Every3Hours(_clock.Now.AddHours(1)));
        await flow.IngestAsync("a");
        _clock.Time.Advance(TimeSpan.FromHours(1));
        await flow.RunsAsync(1);
        await flow.IngestAsync("b");
        await fixture.DisposeAsync();

        _clock.Time.Advance(TimeSpan.FromHours(10)); // three runs
        fixture = await _clock.StartAsync(options);
        try
        {
            flow = flow.On(fixture);
            await flow.RunsAsync(2);
            string[][] exported = await Task.WhenAll((await flow.FilesAsync()).Select(flow.IdsAsync));
            Assert.Equal(["a", "b"], exported.SelectMany(ids => ids).Order());
            Assert.Equal(2, exported.Length);
            _clock.Time.Advance(TimeSpan.FromHours(3));
            await flow.RunsAsync(3);
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_disabled_flow_leaves_its_runs_out_and_an_end_ends_them()
    {
        EmulatorFixture fixture = await _clock.StartAsync();
        try
        {
            var flow = new ScheduledFlow(_clock, fixture);
            JsonObject schedule = ScheduledFlow.Every3Hours(_clock.Now.AddHours(1));
            schedule["endTime"] = _clock.Now.AddHours(8).ToUnixTimeSeconds();
            await flow.CreateAsync(schedule);
            await flow.IngestAsync("a");
            await flow.Flows.SendAsync(HttpMethod.Post, $"/flows/{flow.Id}/action?op=disable");
            _clock.Time.Advance(TimeSpan.FromHours(2));
            await flow.RunsAsync(0);
            await flow.Flows.SendAsync(HttpMethod.Post, $"/flows/{flow.Id}/action?op=enable");
            await flow.RunsAsync(0);
            _clock.Time.Advance(TimeSpan.FromHours(2)); // 4 h
            await flow.RunsAsync(1);
            _clock.Time.Advance(TimeSpan.FromHours(3)); // 7 h
            await flow.RunsAsync(2);
            _clock.Time.Advance(TimeSpan.FromHours(9)); // behind the end
            await flow.RunsAsync(2);
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_full_export_is_done_once()
    {
        EmulatorFixture fixture = await _clock.StartAsync();
        try
        {
            var flow = new ScheduledFlow(_clock, fixture);
            await flow.CreateAsync(new JsonObject
            {
                ["interval"] = 0,
                ["timeUnit"] = "day",
                ["startTime"] = _clock.Now.AddHours(1).ToUnixTimeSeconds(),
                ["exportMode"] = "DAILY_FULL_EXPORT",
            });
            await flow.IngestAsync("a");
            _clock.Time.Advance(TimeSpan.FromHours(1));
            await flow.RunsAsync(1);
            Assert.Matches(@"/exportTime=\d{14}/part-[^/]+\.parquet$", Assert.Single(await flow.FilesAsync()));
            _clock.Time.Advance(TimeSpan.FromHours(20));
            await flow.RunsAsync(1);
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_run_on_demand_is_full_and_leaves_the_schedule_as_it_is()
    {
        EmulatorFixture fixture = await _clock.StartAsync();
        try
        {
            var flow = new ScheduledFlow(_clock, fixture);
            await flow.CreateAsync(ScheduledFlow.Every3Hours(_clock.Now.AddHours(1), mode: null));
            await flow.IngestAsync("a");
            await flow.Flows.CreateAsync("runs", new JsonObject { ["flowId"] = flow.Id });
            await flow.RunsAsync(1);
            _clock.Time.Advance(TimeSpan.FromHours(1));
            await flow.RunsAsync(2);
            Assert.All(await Task.WhenAll((await flow.FilesAsync()).Select(flow.IdsAsync)), ids => Assert.Equal(["a"], ids));
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    [Fact]
    public async Task Two_flows_that_are_due_at_once_both_run_and_each_has_its_own_rows()
    {
        EmulatorFixture fixture = await _clock.StartAsync();
        try
        {
            ScheduledFlow[] flows = [new(_clock, fixture), new(_clock, fixture)];
            foreach (ScheduledFlow flow in flows)
                await flow.CreateAsync(ScheduledFlow.Every3Hours(_clock.Now.AddHours(1)));
            await flows[0].IngestAsync("a");
            await flows[1].IngestAsync("b");
            _clock.Time.Advance(TimeSpan.FromHours(1));
            foreach (ScheduledFlow flow in flows)
                await flow.RunsAsync(1);
            string[][] exported = await Task.WhenAll((await flows[0].FilesAsync()).Select(flows[0].IdsAsync));
            Assert.Equal(["a", "b"], exported.SelectMany(ids => ids).Order());
            Assert.Equal(2, exported.Length);
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_schedule_that_is_moved_into_the_past_goes_on_at_its_next_interval()
    {
        EmulatorFixture fixture = await _clock.StartAsync();
        try
        {
            var flow = new ScheduledFlow(_clock, fixture);
            await flow.CreateAsync(ScheduledFlow.Every3Hours(_clock.Now.AddDays(1)));
            await flow.IngestAsync("a");
            JsonObject created = await flow.Flows.GetAsync("flows", flow.Id);
            var patch = new JsonArray(new JsonObject
            {
                ["op"] = "replace",
                ["path"] = "/scheduleParams",
                ["value"] = ScheduledFlow.Every3Hours(_clock.Now.AddHours(-4)), // the next of its runs is in two hours
            });
            Assert.Equal(200, (await flow.Flows.SendAsync(HttpMethod.Patch, $"/flows/{flow.Id}", patch, (string?)created["etag"])).Status);
            _clock.Time.Advance(TimeSpan.FromHours(1));
            await flow.RunsAsync(0);
            _clock.Time.Advance(TimeSpan.FromHours(1));
            await flow.RunsAsync(1);
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    private static async Task AssertManifestAsync(ScheduledFlow flow, string runId, string file)
    {
        string folder = file[..file.LastIndexOf('/')], name = Assert.Single(await flow.FilesAsync(".json"));
        Assert.Equal($"{folder}/manifest-{flow.Id}-{runId}.json", name);
        JsonObject manifest = JsonNode.Parse(await flow.ReadAsync(name))!.AsObject();
        Assert.Equal(runId, (string?)manifest["flowRunId"]);
        Assert.Equal("2026-03-01T01:30:00Z", (string?)manifest["scheduledTime"]);
        JsonNode listed = Assert.Single(manifest["exportResults"]!.AsArray())!;
        Assert.Equal("/" + folder, (string?)listed["sinkPath"]);
        Assert.Equal(file[(folder.Length + 1)..], (string?)listed["name"]);
        Assert.Equal((await flow.ReadAsync(file)).Length, (int)listed["size"]!);
    }
}
