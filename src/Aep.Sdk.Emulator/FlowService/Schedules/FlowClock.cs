using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Schedules;

/// <summary>Runs flows when their time has come, by the platform's clock.</summary>
internal sealed partial class FlowClock(
    SandboxDirectory sandboxes, IEnumerable<IScheduledWork> kinds, TimeProvider time, ILogger<FlowClock> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                Look(time.GetUtcNow());
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The platform stops.
        }
    }

    private void Look(DateTimeOffset now)
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
        if (FlowPlan.DueTime(sandbox, work, now) is not { } due)
            return;
        // Planned first: a platform that dies now leaves a run out rather than doing it twice.
        FlowPlan.MoveOn(sandbox, work, now);
        if (work.IsEnabled)
            work.Run(due);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The schedules of sandbox {Sandbox} could not be looked at")]
    private partial void LogFailed(string sandbox, Exception exception);
}
