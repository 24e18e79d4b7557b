using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>How an action stands.</summary>
public sealed record FlowActionStatus
{
    /// <summary>
    /// The state: <c>IN_PROGRESS</c>, <c>COMPLETED</c>, <c>SUCCESS</c>, <c>PARTIAL_SUCCESS</c>, <c>FAILED</c>, <c>QUEUED</c>, …
    /// </summary>
    public string? Value { get; init; }

    /// <summary>What is known besides.</summary>
    public JsonObject? Properties { get; init; }

    /// <summary>What went wrong.</summary>
    public IReadOnlyList<JsonElement> Errors { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
