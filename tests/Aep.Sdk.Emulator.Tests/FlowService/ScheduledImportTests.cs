using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

/// <summary>Sources that wait for their interval, and runs that are done again.</summary>
public sealed class ScheduledImportTests
{
    private const string Header = "userId,prediction\n";
    private readonly MovableClock _clock = new();

    [Fact]
    public async Task A_source_that_waits_for_its_schedule_reads_at_the_interval_only()
    {
        EmulatorFixture fixture = await _clock.StartAsync(new AepEmulatorOptions { WaitForSchedules = true });
        try
        {
            ImportFlow flow = await ImportFlow.CreateAsync(fixture, _clock.Now.AddMinutes(5).ToUnixTimeSeconds());
            await flow.DropAsync("a.csv", Header + "u1,0.1\n");
            _clock.Time.Advance(TimeSpan.FromMinutes(4));
            await flow.FinishRunsAsync(0);
            _clock.Time.Advance(TimeSpan.FromMinutes(1));
            await RunsAsync(flow, 1);
            await flow.DropAsync("b.csv", Header + "u2,0.2\n");
            _clock.Time.Advance(TimeSpan.FromMinutes(10));
            await flow.FinishRunsAsync(1);
            _clock.Time.Advance(TimeSpan.FromMinutes(5));
            await RunsAsync(flow, 2);
            _clock.Time.Advance(TimeSpan.FromMinutes(60)); // nothing has come: no run
            await flow.FinishRunsAsync(2);
            Assert.Equal([("u1", 0.1), ("u2", 0.2)], await flow.RowsAsync());
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Files_from_before_the_start_count_with_backfill_only(bool backfill)
    {
        EmulatorFixture fixture = await _clock.StartAsync(new AepEmulatorOptions { WaitForSchedules = true });
        try
        {
            ImportFlow flow = await ImportFlow.CreateAsync(fixture,
                new ImportSettings { StartTime = _clock.Now.AddMinutes(5).ToUnixTimeSeconds(), Backfill = backfill });
            await flow.DropAsync("before.csv", Header + "u1,0.1\n");
            _clock.Time.Advance(TimeSpan.FromMinutes(6));
            await RunsAsync(flow, backfill ? 1 : 0);
            await flow.DropAsync("after.csv", Header + "u2,0.2\n");
            _clock.Time.Advance(TimeSpan.FromMinutes(15));
            await RunsAsync(flow, backfill ? 2 : 1);
            Assert.Equal(backfill ? [("u1", 0.1), ("u2", 0.2)] : [("u2", 0.2)], await flow.RowsAsync());
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_run_on_demand_begins_at_its_start_and_takes_the_new_files_of_its_window()
    {
        EmulatorFixture fixture = await _clock.StartAsync(new AepEmulatorOptions { WaitForSchedules = true });
        try
        {
            ImportFlow flow = await ImportFlow.CreateAsync(
                fixture, new ImportSettings { Once = true, StartTime = _clock.Now.AddDays(100).ToUnixTimeSeconds() });
            DateTimeOffset begin = _clock.Now.AddHours(1);
            await flow.DropAsync("too-early.csv", Header + "u0,0\n");
            _clock.Time.Advance(TimeSpan.FromHours(1));
            await flow.DropAsync("first.csv", Header + "u1,0.1\n");
            _clock.Time.Advance(TimeSpan.FromMinutes(10));
            await flow.DropAsync("too-late.csv", Header + "u2,0.2\n");
            JsonObject started = await fixture.Client.CallAsync(201, HttpMethod.Post, $"{FlowClient.Base}/runs", new JsonObject
            {
                ["flowId"] = flow.Id,
                ["params"] = new JsonObject
                {
                    ["startTime"] = $"{_clock.Now.AddMinutes(30).ToUnixTimeSeconds()}",
                    ["windowStartTime"] = begin.ToUnixTimeSeconds(),
                    ["windowEndTime"] = begin.AddMinutes(10).ToUnixTimeSeconds(),
                },
            });
            string id = (string)started["id"]!;
            _clock.Time.Advance(TimeSpan.FromMinutes(29));
            Assert.Equal("processing", FlowClient.Status(await flow.Flows.GetAsync("runs", id)));
            _clock.Time.Advance(TimeSpan.FromMinutes(1));
            await _clock.RunUntilAsync(() => flow.Flows.GetAsync("runs", id), run => FlowClient.Status(run) == "success");
            Assert.Equal([("u1", 0.1)], await flow.RowsAsync());
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    private Task<JsonArray> RunsAsync(ImportFlow flow, int count) => _clock.RunUntilAsync(
        async () => (await flow.Flows.ListAsync($"runs?property=flowId=={flow.Id}"))["items"]!.AsArray(),
        runs => runs.Count == count && runs.All(run => FlowClient.Status(run!) == "success"));
}
