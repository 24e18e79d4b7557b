using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Schedules;

/// <summary>When each schedule runs next. Kept over restarts: a run that was missed meanwhile is done once.</summary>
internal static class FlowPlan
{
    private const string Kind = "flowPlans";

    // The clock and a run on demand may ask for the same work at once: one of them gets it.
    private static readonly Lock Turn = new();

    /// <summary>Takes work whose time has come off the plan, and plans the next. Whoever takes it must do it.</summary>
    /// <returns>The time for which the work was planned, when that has come.</returns>
    public static DateTimeOffset? Take(Sandbox sandbox, ScheduledWork work, DateTimeOffset now)
    {
        lock (Turn)
        {
            DateTimeOffset? due = DueTime(sandbox, work, now);
            if (due is not null)
                sandbox.Documents[Kind].Save(work.Key, Plan(work, work.Schedule.NextAfter(now)));
            return due;
        }
    }

    private static DateTimeOffset? DueTime(Sandbox sandbox, ScheduledWork work, DateTimeOffset now)
    {
        JsonObject? plan = sandbox.Documents[Kind].Find(work.Key);
        if ((string?)plan?["schedule"] != work.Definition)
        {
            plan = Plan(work, work.Schedule.FirstFrom(work.Since));
            sandbox.Documents[Kind].Save(work.Key, plan);
        }
        return (long?)plan!["next"] is { } next && next <= now.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(next)
            : null;
    }

    private static JsonObject Plan(ScheduledWork work, DateTimeOffset? next) =>
        new() { ["schedule"] = work.Definition, ["next"] = next?.ToUnixTimeMilliseconds() };
}
