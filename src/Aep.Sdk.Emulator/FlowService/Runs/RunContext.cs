using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>The run that a job is done for.</summary>
/// <param name="FlowId">Its flow.</param>
/// <param name="RunId">Its id.</param>
/// <param name="ScheduledTime">When it was due; for a run on demand, when it was asked for.</param>
/// <param name="StartedAt">When it was made. It stays when the run is done again after a stop, and so do the names of its files.</param>
internal sealed record RunContext(string FlowId, string RunId, DateTimeOffset ScheduledTime, DateTimeOffset StartedAt)
{
    private const string ScheduledMember = "scheduledTime";

    /// <summary>The context of a run that was made before.</summary>
    public static RunContext Of(JsonObject run, JsonObject input)
    {
        long startedAt = (long)run["metrics"]!["durationSummary"]!["startedAtUTC"]!;
        return new RunContext(
            (string)run["flowId"]!,
            (string)run["id"]!,
            DateTimeOffset.FromUnixTimeMilliseconds((long?)input[ScheduledMember] ?? startedAt),
            DateTimeOffset.FromUnixTimeMilliseconds(startedAt));
    }

    /// <summary>Keeps what the run itself does not say.</summary>
    public void WriteTo(JsonObject input) => input[ScheduledMember] = ScheduledTime.ToUnixTimeMilliseconds();
}
