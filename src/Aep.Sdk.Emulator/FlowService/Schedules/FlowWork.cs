using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Schedules;

/// <summary>The work of a flow that has one schedule.</summary>
internal static class FlowWork
{
    /// <summary>The flows that may have work: drafts have none, and may not be complete.</summary>
    public static IEnumerable<JsonObject> Flows(Sandbox sandbox) =>
        sandbox.Documents[FlowKinds.Flows].All().Where(flow => (string?)flow["state"] != StateRoutes.Draft);

    public static ScheduledWork Of(JsonObject flow, FlowSchedule schedule, Action<DateTimeOffset> run) => new(
        (string)flow["id"]!,
        flow["scheduleParams"]!.ToJsonString(),
        schedule,
        (string?)flow["state"] == "enabled",
        DateTimeOffset.FromUnixTimeMilliseconds((long)flow["updatedAt"]!),
        run);
}
