using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

/// <summary>Exports while the platform is stopped and killed at random points of them: they land once, and whole.</summary>
public sealed class InterruptedExportTests
{
    private const int Stops = 20, Kills = 8, Rows = 50, Seed = 7;
    private readonly Random _random = new(Seed);

    [Fact]
    public async Task Each_row_is_exported_once_wherever_the_platform_stops()
    {
        using var folder = new TemporaryFolder();
        var options = new AepEmulatorOptions { DataFolder = folder.Path };
        var clock = new MovableClock();
        EmulatorFixture fixture = await clock.StartAsync(options);
        try
        {
            var flow = new ScheduledFlow(clock, fixture);
            await flow.CreateAsync(ScheduledFlow.Every3Hours(clock.Now.AddHours(1)), manifest: true);
            for (int stop = 0; stop < Stops; stop++)
            {
                await flow.IngestAsync($"row {stop:00}");
                clock.Time.Advance(TimeSpan.FromHours(3));
                await AskAsync(fixture.Client, _random.Next(8));
                await fixture.DisposeAsync();

                fixture = await clock.StartAsync(options);
                flow = flow.On(fixture);
                JsonObject last = (await flow.RunsAsync(stop + 1))[^1];
                Assert.True(FlowClient.Status(last) == "success", last.ToJsonString());
                string[] files = await flow.FilesAsync();
                Assert.Equal(stop + 1, files.Length);
                string file = Assert.Single(files, name => name.Contains((string)last["id"]!, StringComparison.Ordinal));
                Assert.Equal([$"row {stop:00}"], await flow.IdsAsync(file));
            }
            Assert.Equal(Stops, (await flow.FilesAsync(".json")).Length);
            AssertNothingStaged(folder.Path);
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_export_of_a_killed_platform_lands_whole_under_the_same_run()
    {
        using var folder = new TemporaryFolder();
        (string flowId, string[] datasets) = await PrepareAsync(folder.Path);
        var runs = new List<string>();
        for (int kill = 0; kill < Kills; kill++)
        {
            using PlatformProcess platform = await PlatformProcess.StartAsync("--data", folder.Path);
            JsonObject run = await platform.Client.CallAsync(201, HttpMethod.Post, FlowClient.Base + "/runs",
                new JsonObject { ["flowId"] = flowId });
            runs.Add((string)run["id"]!);
            await AskAsync(platform.Client, _random.Next(80));
            platform.Kill();
        }

        EmulatorFixture fixture = await StartAsync(folder.Path);
        try
        {
            await new FlowClient(fixture).FinishRunsAsync(flowId, Kills);
            var landingZone = new LandingZoneClient(fixture);
            string[] names = await landingZone.ListAsync(LandingZoneClient.Destination, "killed/");
            foreach (string run in runs)
                await AssertWholeAsync(new FlowClient(fixture), landingZone,
                    [.. names.Where(name => name.Contains(run, StringComparison.Ordinal))], run, datasets);
            Assert.Equal(Kills * (datasets.Length + 1), names.Length);
            AssertNothingStaged(folder.Path);
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_run_that_cannot_write_one_of_its_files_leaves_none()
    {
        using var folder = new TemporaryFolder();
        EmulatorFixture fixture = await StartAsync(folder.Path);
        try
        {
            (FlowClient flows, BatchClient batches) = (new FlowClient(fixture), new BatchClient(fixture));
            string[] datasets = await IngestAsync(batches);
            string flowId = await flows.CreateExportFlowAsync("blocked", manifest: true, datasets);
            // Where the folder of the second dataset should be there is a file.
            string place = Directory.CreateDirectory(Path.Combine(folder.Path, "landing-zone", "dlzdev", "dlz-destination", "blocked"))
                .FullName;
            await File.WriteAllTextAsync(Path.Combine(place, datasets[1]), "");
            await flows.CreateAsync("runs", new JsonObject { ["flowId"] = flowId });
            JsonObject run = Assert.Single(await flows.FinishRunsAsync(flowId, 1));
            Assert.Equal("failed", FlowClient.Status(run));
            Assert.Equal([$"blocked/{datasets[1]}"],
                await new LandingZoneClient(fixture).ListAsync(LandingZoneClient.Destination, "blocked/"));
            AssertNothingStaged(folder.Path);
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    // Requests, and not a time: how far the export comes meanwhile differs from run to run.
    private static async Task AskAsync(HttpClient client, int times)
    {
        for (int i = 0; i < times; i++)
            await client.CallAsync(200, HttpMethod.Get, FlowClient.Base + "/runs?limit=1");
    }

    private static Task<EmulatorFixture> StartAsync(string folder) =>
        EmulatorFixture.StartAsync(new AepEmulatorOptions { DataFolder = folder, ProcessingTime = TimeSpan.Zero });

    private static async Task<(string FlowId, string[] Datasets)> PrepareAsync(string folder)
    {
        EmulatorFixture fixture = await StartAsync(folder);
        try
        {
            string[] datasets = await IngestAsync(new BatchClient(fixture));
            return (await new FlowClient(fixture).CreateExportFlowAsync("killed", manifest: true, datasets), datasets);
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    private static async Task<string[]> IngestAsync(BatchClient batches)
    {
        string[] datasets = [await batches.CreateDatasetAsync(), await batches.CreateDatasetAsync()];
        JsonObject[] rows = [.. Enumerable.Range(0, Rows).Select(row => batches.EmailEvent($"{row:000}"))];
        foreach (string dataset in datasets)
            await batches.IngestAsync(dataset, BatchClient.Lines(rows));
        return datasets;
    }

    private static async Task AssertWholeAsync(FlowClient flows, LandingZoneClient landingZone, string[] files, string runId,
        string[] datasets)
    {
        JsonObject run = await flows.GetAsync("runs", runId);
        Assert.True(FlowClient.Status(run) == "success", run.ToJsonString());
        Assert.Equal(Rows * datasets.Length, (int)run["metrics"]!["recordSummary"]!["outputRecordCount"]!);
        foreach (string dataset in datasets)
        {
            string file = Assert.Single(files, name => name.StartsWith($"killed/{dataset}/exportTime=", StringComparison.Ordinal)
                && name.EndsWith(".parquet", StringComparison.Ordinal));
            string[] ids = ParquetContent.Read(await landingZone.ReadAsync(LandingZoneClient.Destination, file)).Ids;
            Assert.Equal(Enumerable.Range(0, Rows).Select(row => $"{row:000}"), ids.Order());
        }
        string manifest = Assert.Single(files, name => name.EndsWith(".json", StringComparison.Ordinal));
        JsonObject listed = JsonNode.Parse(await landingZone.ReadAsync(LandingZoneClient.Destination, manifest))!.AsObject();
        Assert.Equal(datasets.Length, listed["exportResults"]!.AsArray().Count);
    }

    private static void AssertNothingStaged(string folder) =>
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(folder, "sandboxes", "dev", "exports")));
}
