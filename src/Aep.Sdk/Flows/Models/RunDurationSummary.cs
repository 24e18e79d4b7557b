using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

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

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
