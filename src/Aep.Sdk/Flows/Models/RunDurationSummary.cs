using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Flows;

/// <summary>When a run started and ended.</summary>
public sealed record RunDurationSummary
{
    /// <summary>Start, in milliseconds since 1970.</summary>
    [JsonPropertyName("startedAtUTC")]
    public long? StartedAtUtc { get; init; }

    /// <summary>End, in milliseconds since 1970; absent while it runs.</summary>
    [JsonPropertyName("completedAtUTC")]
    public long? CompletedAtUtc { get; init; }

//@@EXT
}
