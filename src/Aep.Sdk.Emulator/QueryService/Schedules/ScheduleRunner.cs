using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.QueryService.Listings;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.QueryService.Schedules;

/// <summary>
/// Starts the runs of enabled schedules when they are due, by the platform's clock. A run that finds as many active ones as the schedule
/// allows waits for its turn. What was due while the platform did not run is not made up for.
/// </summary>
internal sealed partial class ScheduleRunner(
    SandboxDirectory sandboxes, QuerySchedules schedules, ScheduleRuns runs, TimeProvider time,
    ILogger<ScheduleRunner> logger) : PeriodicService(TimeSpan.FromSeconds(1), atStart: false, time)
{
    // The last due time that was served, by schedule.
    private readonly Dictionary<string, DateTimeOffset> _served = [];
    private DateTimeOffset _started;

    protected override void Begin(DateTimeOffset now)
    {
        _started = now;
        foreach (Sandbox sandbox in sandboxes.All)
        {
            foreach (JsonObject schedule in schedules.All(sandbox))
                schedules.Enable(sandbox, (string)schedule["id"]!);
        }
    }

    protected override void Look(DateTimeOffset now)
    {
        foreach (Sandbox sandbox in sandboxes.All)
        {
            foreach (JsonObject schedule in schedules.All(sandbox).Where(schedule => (string?)schedule["state"] == ScheduleState.Enabled))
            {
                try
                {
                    Serve(sandbox, schedule, now);
                }
                catch (Exception exception) when (exception is ApiException or IOException or InvalidOperationException)
                {
                    LogFailed((string)schedule["id"]!, exception);
                }
            }
        }
    }

    private void Serve(Sandbox sandbox, JsonObject schedule, DateTimeOffset now)
    {
        string id = (string)schedule["id"]!;
        Cadence cadence = Cadence.Read(schedule["schedule"]!.AsObject());
        runs.StartWaiting(sandbox, schedule, cadence.MostActiveRuns);
        while (cadence.Next(After(id, schedule)) is { } due && due <= now && !IsServed(id, due)
            && runs.CountActive(sandbox, id) < cadence.MostActiveRuns)
        {
            runs.StartDue(sandbox, schedule, due);
            _served[id] = due;
        }
    }

    private bool IsServed(string id, DateTimeOffset due) => _served.TryGetValue(id, out DateTimeOffset last) && due <= last;

    private DateTimeOffset After(string id, JsonObject schedule)
    {
        DateTimeOffset changed = CreationTimes.Parse((string)schedule["updated"]!);
        return new[] { changed, _started, _served.GetValueOrDefault(id) }.Max();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The schedule {Id} could not start its run")]
    private partial void LogFailed(string id, Exception exception);
}
