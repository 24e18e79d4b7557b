using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService.Schedules;

/// <summary>The work of a flow that has one schedule.</summary>
internal static class FlowWork
{
    public static ScheduledWork Of(JsonObject flow, FlowSchedule schedule, Action<DateTimeOffset> run) => new(
        (string)flow["id"]!,
        flow["scheduleParams"]!.ToJsonString(),
        schedule,
        (string?)flow["state"] == "enabled",
        DateTimeOffset.FromUnixTimeMilliseconds((long)flow["updatedAt"]!),
        run);
}
