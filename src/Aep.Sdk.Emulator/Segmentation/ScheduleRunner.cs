using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Starts the jobs of active schedules when their time has come, by the platform's clock.</summary>
internal sealed partial class ScheduleRunner(
    SandboxDirectory sandboxes, SegmentJobs segmentJobs, ExportJobs exportJobs, TimeProvider time,
    ILogger<ScheduleRunner> logger) : PeriodicService(TimeSpan.FromSeconds(10), atStart: false, time)
{
    private DateTimeOffset _looked;

    protected override void Begin(DateTimeOffset now) => _looked = now;

    protected override void Look(DateTimeOffset now)
    {
        DateTimeOffset since = _looked;
        _looked = now;
        foreach (Sandbox sandbox in sandboxes.All)
        {
            foreach (JsonObject schedule in sandbox.Documents[SegmentSchedules.Kind].All().Where(
                item => (string?)item["state"] == "active"))
            {
                DateTimeOffset changed = DateTimeOffset.FromUnixTimeSeconds((long)schedule["updateEpoch"]!);
                if (CronSchedule.Parse((string)schedule["schedule"]!).Next(since > changed ? since : changed) is { } due && due <= now)
                    Start(sandbox, schedule);
            }
        }
    }

    private void Start(Sandbox sandbox, JsonObject schedule)
    {
        try
        {
            if ((string?)schedule["type"] == SegmentSchedules.Export)
                exportJobs.Start(sandbox, schedule["properties"]!.AsObject());
            else if (Segments(sandbox, schedule) is { Count: > 0 } segments)
                segmentJobs.Start(sandbox, segments, "scheduler", (string)schedule["id"]!);
        }
        catch (ApiException exception)
        {
            LogRefused((string)schedule["id"]!, exception);
        }
    }

    private static List<JsonObject> Segments(Sandbox sandbox, JsonObject schedule)
    {
        HashSet<string> named = [.. schedule["properties"]!["segments"]!.AsArray().Select(id => (string)id!)];
        return [.. sandbox.Documents[SegmentDefinitions.Kind].All().Where(definition => named.Contains((string)definition["id"]!)
            || (named.Contains("*") && (bool?)definition["evaluationInfo"]?["batch"]?["enabled"] != false))];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The schedule {Id} could not start its job")]
    private partial void LogRefused(string id, Exception exception);
}
