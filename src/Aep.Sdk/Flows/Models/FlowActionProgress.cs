using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>How far an action is that goes on in steps.</summary>
public sealed record FlowActionProgress
{
    /// <summary>How much of it is done, 0 to 100.</summary>
    public double? PercentCompleted { get; init; }

    /// <summary>How it stands.</summary>
    public FlowActionStatus? Status { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
