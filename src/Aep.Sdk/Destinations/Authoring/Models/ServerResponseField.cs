using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>What is taken from the answer of a server that is asked for choices or fields.</summary>
public sealed record ServerResponseField
{
    /// <summary>What it becomes.</summary>
    public string? Name { get; init; }

    /// <summary><c>PEBBLE_V1</c>.</summary>
    public string? TemplatingStrategy { get; init; }

    /// <summary>How it is made.</summary>
    public string? Value { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
