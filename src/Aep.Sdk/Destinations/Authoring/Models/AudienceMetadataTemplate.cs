using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>The requests that keep a destination's audiences.</summary>
public sealed record AudienceMetadataTemplate
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Creates an audience.</summary>
    public JsonObject? Create { get; init; }

    /// <summary>Changes an audience.</summary>
    public JsonObject? Update { get; init; }

    /// <summary>Deletes an audience.</summary>
    public JsonObject? Delete { get; init; }

    /// <summary>Checks the fields.</summary>
    public JsonObject? Validate { get; init; }

    /// <summary>Tells of an export.</summary>
    public JsonObject? Notify { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
