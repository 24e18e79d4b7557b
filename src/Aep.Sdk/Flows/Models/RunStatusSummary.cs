using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>How a run stands.</summary>
public sealed record RunStatusSummary
{
    /// <summary>The state.</summary>
    public FlowRunStatus Status { get; init; }

    /// <summary>Why it failed, or what it skipped.</summary>
    public IReadOnlyList<FlowRunError> Errors { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
