using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>A profile that a rule would select.</summary>
public sealed record PreviewProfile
{
    /// <summary>Its XID.</summary>
    public string? ObjectId { get; init; }

    /// <summary>Where it can be read.</summary>
    [JsonPropertyName("_href")]
    public string? Link { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
