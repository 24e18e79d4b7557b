using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.QueryService.Schedules;

/// <summary>The two changes that a schedule allows: replace <c>/state</c> or <c>/schedule/schedule</c>.</summary>
internal static class SchedulePatch
{
    private const string Enable = "enable";
    private const string Disable = "disable";

    /// <exception cref="Gateway.ApiException">400: another operation, or one that changes nothing.</exception>
    public static void Apply(JsonObject schedule, JsonNode? operation)
    {
        if (operation is not JsonObject step || (string?)step["op"] != "replace")
            throw QueryErrors.BadRequest("Each item of body must be an object whose op is replace.");
        switch ((string?)step["path"])
        {
            case "/state":
                schedule["state"] = Change((string)schedule["state"]!, (string?)step["value"]);
                break;
            case "/schedule/schedule":
                schedule["schedule"]!["schedule"] = step["value"]?.DeepClone();
                Cadence.Read(schedule["schedule"]!.AsObject());
                break;
            default:
                throw QueryErrors.BadRequest($"path '{step["path"]}' must be /state or /schedule/schedule.");
        }
    }

    private static string Change(string state, string? value)
    {
        if (value is not (Enable or Disable))
            throw QueryErrors.BadRequest($"value '{value}' must be enable or disable.");
        if (state == ScheduleState.Registering)
            throw QueryErrors.BadRequest("Schedule is in Inactive state. Please try after sometime.");
        string wanted = value == Enable ? ScheduleState.Enabled : ScheduleState.Disabled;
        return wanted != state ? wanted : throw QueryErrors.BadRequest("Schedule already in the state request");
    }
}
