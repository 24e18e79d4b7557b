using Aep.Sdk.Destinations;
using Aep.Sdk.Flows;
using Aep.Sdk.IntegrationTests.Audiences;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.LandingZones;

namespace Aep.Sdk.IntegrationTests.Activation;

/// <summary>People on a platform whose clock the tests move.</summary>
public sealed class DatedPeople : People
{
    private readonly StoppedPlatform _platform;
    private string _witness = "";

    public DatedPeople()
        : this(new StoppedPlatform())
    {
    }

    private DatedPeople(StoppedPlatform platform)
        : base(platform) => _platform = platform;

    public StoppedTime Clock => _platform.Clock;

    /// <summary>The midnight that comes next.</summary>
    public DateTimeOffset Tomorrow => new(Clock.GetUtcNow().Date.AddDays(1), TimeSpan.Zero);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _witness = await Aep.Destinations.ScheduleDatasetExportAsync(
            DatasetId, new DatasetExportDefinition(ExportDestination.DataLandingZone("witness")),
            FlowSchedule.Export(TimeSpan.FromHours(3), Tomorrow));
    }

    public async Task<IReadOnlyList<LandingZoneFile>> FilesAsync(string folder)
    {
        using LandingZoneContainer zone = await Platform.OpenZoneAsync(LandingZoneType.Destination);
        return await zone.ListAsync($"{folder}/").ToListAsync();
    }

    /// <summary>
    /// Moves the clock, and returns when the platform has looked at its schedules at that time: an export of its own is due every three
    /// hours. Thus a test knows that what has not run was not due.
    /// </summary>
    public async Task PassToAsync(DateTimeOffset time)
    {
        int before = await Aep.Flows.Runs.ListAsync(_witness).CountAsync();
        Clock.MoveTo(time);
        await UntilAsync(_witness, runs => runs.Count > before);
    }

    /// <summary>Waits until a dataflow has had some runs, all of them well.</summary>
    public Task HasRunAsync(string flowId, int count) =>
        UntilAsync(flowId, runs => runs.Count == count && runs.All(run => run.Status == FlowRunStatus.Success));

    private async Task UntilAsync(string flowId, Func<IReadOnlyList<FlowRun>, bool> done)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!done(await Aep.Flows.Runs.ListAsync(flowId).ToListAsync(limit.Token)))
            await pause.WaitForNextTickAsync(limit.Token);
    }
}
