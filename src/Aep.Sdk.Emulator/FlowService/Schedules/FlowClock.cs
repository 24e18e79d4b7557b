using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.FlowService.Schedules;

/// <summary>Runs flows when their time has come, by the platform's clock.</summary>
internal sealed partial class FlowClock(
    SandboxDirectory sandboxes, IEnumerable<IScheduledWork> kinds, TimeProvider time, ILogger<FlowClock> logger)
    : PeriodicService(TimeSpan.FromSeconds(5), atStart: true, time)
{
    protected override void Look(DateTimeOffset now)
    {
        foreach (Sandbox sandbox in sandboxes.All)
        {
            try
            {
                foreach (ScheduledWork work in kinds.SelectMany(kind => kind.In(sandbox)))
                    RunWhenDue(sandbox, work, now);
            }
            catch (Exception exception)
            {
                // Logged, and not the end of the clock: the other sandboxes, and the next look, have their schedules too.
                LogFailed(sandbox.Name, exception);
            }
        }
    }

    private static void RunWhenDue(Sandbox sandbox, ScheduledWork work, DateTimeOffset now)
    {
        // Off the plan first: a platform that dies now leaves a run out rather than doing it twice.
        if (FlowPlan.Take(sandbox, work, now) is { } due && work.IsEnabled)
            work.Run(due);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The schedules of sandbox {Sandbox} could not be looked at")]
    private partial void LogFailed(string sandbox, Exception exception);
}
