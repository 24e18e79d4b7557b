using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Schedules;

/// <summary>When each schedule runs next. Kept over restarts: a run that was missed meanwhile is done once.</summary>
internal static class FlowPlan
{
    private const string Kind = "flowPlans";

    /// <returns>The time for which the work was planned, when that has come.</returns>
    public static DateTimeOffset? DueTime(Sandbox sandbox, ScheduledWork work, DateTimeOffset now)
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

    public static void MoveOn(Sandbox sandbox, ScheduledWork work, DateTimeOffset now) =>
        sandbox.Documents[Kind].Save(work.Key, Plan(work, work.Schedule.NextAfter(now)));

    private static JsonObject Plan(ScheduledWork work, DateTimeOffset? next) =>
        new() { ["schedule"] = work.Definition, ["next"] = next?.ToUnixTimeMilliseconds() };
}
