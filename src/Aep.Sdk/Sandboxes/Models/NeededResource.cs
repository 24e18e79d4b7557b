using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>What has to be allowed on a type of resources.</summary>
public sealed record NeededResource
{
    /// <summary>The type, for example <c>Segment</c> or <c>Dataset</c>.</summary>
    [JsonPropertyName("palmResourceType")]
    public string? ResourceType { get; init; }

    /// <summary><c>view</c>, <c>read</c>, <c>write</c>, <c>delete</c>.</summary>
    [JsonPropertyName("resourcePermissions")]
    public IReadOnlyList<string> Actions { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
