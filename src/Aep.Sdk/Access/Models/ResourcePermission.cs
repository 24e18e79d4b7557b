using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Access;

/// <summary>What may be done with a kind of resource.</summary>
public sealed record ResourcePermission
{
    /// <summary>Kind of resource.</summary>
    public string? Resource { get; init; }

    /// <summary>What may be done.</summary>
    public IReadOnlyList<string>? Actions { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
