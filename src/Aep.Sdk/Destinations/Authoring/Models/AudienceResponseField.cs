using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>What is taken from an answer.</summary>
public sealed record AudienceResponseField
{
    /// <summary>What it becomes, for example <c>externalAudienceId</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Where it is, a Pebble template.</summary>
    public string? Value { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
