using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>When a flow may run: from <c>scheduleParams.startTime</c> on, in seconds since 1970, as a number or as text.</summary>
internal static class FlowSchedule
{
    public static bool IsTime(JsonNode start) => long.TryParse(start.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    /// <summary>The time until the flow may run; zero when it may run now.</summary>
    public static TimeSpan UntilStart(JsonObject flow, DateTimeOffset now)
    {
        string start = flow["scheduleParams"]?["startTime"]?.ToString() ?? "0";
        long seconds = long.Parse(start, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) - now.ToUnixTimeSeconds();
        return TimeSpan.FromSeconds(Math.Max(0, seconds));
    }
}
