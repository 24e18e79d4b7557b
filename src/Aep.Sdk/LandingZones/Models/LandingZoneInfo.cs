using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.LandingZones;

/// <summary>A landing zone's container.</summary>
public sealed record LandingZoneInfo
{
    /// <summary>The container's name.</summary>
    public string? ContainerName { get; init; }

    /// <summary>How many days files stay in it, as the service writes it.</summary>
    [JsonPropertyName("containerTTL")]
    public JsonElement? ContainerTtl { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
