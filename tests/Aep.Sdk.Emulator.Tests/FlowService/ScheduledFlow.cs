using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

/// <summary>A flow that exports a dataset by schedule, on a platform whose clock the test moves.</summary>
internal sealed class ScheduledFlow(MovableClock clock, EmulatorFixture fixture)
{
    private readonly LandingZoneClient _landingZone = new(fixture);

    public FlowClient Flows { get; } = new(fixture);
    public BatchClient Batches { get; } = new(fixture);
    public string Id { get; private set; } = "";
    public string DatasetId { get; private set; } = "";

    /// <summary>The same flow after a restart.</summary>
    public ScheduledFlow On(EmulatorFixture restarted) => new(clock, restarted) { Id = Id, DatasetId = DatasetId };

    public async Task CreateAsync(JsonObject schedule, bool manifest = false)
    {
        DatasetId = await Batches.CreateDatasetAsync();
        var exported = new JsonObject { ["datasets"] = new JsonArray(new JsonObject { ["dataSetId"] = DatasetId }) };
        string source =
            await Flows.CreateAsync("sourceConnections", FlowClient.Connection("Lake", FlowClient.ActivationDataLake, exported));
        string target =
            await Flows.CreateAsync("targetConnections", FlowClient.Connection("Folder", FlowClient.LandingZoneDestination, new JsonObject
            {
                ["path"] = "out",
                ["datasetFileType"] = "PARQUET",
                ["compression"] = "NONE",
                ["includeFileManifest"] = manifest,
            }));
        JsonObject flow = FlowClient.Flow("Nightly", FlowClient.LandingZoneExport, source, target);
        flow["scheduleParams"] = schedule;
        Id = await Flows.CreateAsync("flows", flow);
    }

    /// <summary>Every three hours from a time on.</summary>
    public static JsonObject Every3Hours(DateTimeOffset start, string? mode = "FIRST_FULL_THEN_INCREMENTAL") =>
        new() { ["interval"] = 3, ["timeUnit"] = "hour", ["startTime"] = start.ToUnixTimeSeconds(), ["exportMode"] = mode };

    public Task IngestAsync(string id) => Batches.IngestAsync(DatasetId, BatchClient.Lines(Batches.EmailEvent(id)));

    /// <summary>All runs, oldest first, when there are so many and all have ended.</summary>
    public async Task<JsonObject[]> RunsAsync(int count)
    {
        JsonArray items = await clock.RunUntilAsync(
            async () => (await Flows.ListAsync($"runs?property=flowId=={Id}&orderby=createdAt&limit=100"))["items"]!.AsArray(),
            runs => runs.Count >= count && runs.All(run => FlowClient.Status(run!) != "processing"));
        Assert.Equal(count, items.Count);
        return [.. items.Select(item => item!.AsObject())];
    }

    public async Task<string[]> FilesAsync(string ending = ".parquet") =>
        [.. (await _landingZone.ListAsync(LandingZoneClient.Destination, "out/")).Where(
            name => name.EndsWith(ending, StringComparison.Ordinal))];

    public async Task<string[]> IdsAsync(string file) => ParquetContent.Read(await ReadAsync(file)).Ids;

    public Task<byte[]> ReadAsync(string file) => _landingZone.ReadAsync(LandingZoneClient.Destination, file);
}
