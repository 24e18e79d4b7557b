using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>How many objects of a namespace were found.</summary>
public sealed record SearchNamespaceCount
{
    /// <summary>The namespace.</summary>
    [JsonPropertyName("namespace")]
    public string? Name { get; init; }

    /// <summary>How many.</summary>
    public decimal? Count { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
