using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.QueryService.Listings;

namespace Aep.Sdk.Emulator.QueryService.Schedules;

/// <summary>What can be done with a schedule and with its runs.</summary>
internal static class ScheduleLinks
{
    public static JsonObject Of(string schedule) => new()
    {
        ["self"] = Links.To(schedule, "GET"),
        ["enable"] = Links.To(schedule, "PATCH", Patch("enable")),
        ["disable"] = Links.To(schedule, "PATCH", Patch("disable")),
        ["delete"] = Links.To(schedule, "DELETE"),
        ["runs"] = Links.To(schedule + "/runs", "GET"),
        ["trigger"] = Links.To(schedule + "/runs", "POST"),
    };

    public static JsonObject OfRun(string run) => new()
    {
        ["self"] = Links.To(run, "GET"),
        ["cancel"] = Links.To(run, "PATCH", """{ "op": "cancel" }"""),
    };

    // Adobe's samples show { "op": "enable" } here, which the operation does not document as a body: the link leads to what works.
    private static string Patch(string value) => $$"""{ "body": [{ "op": "replace", "path": "/state", "value": "{{value}}" }] }""";
}
