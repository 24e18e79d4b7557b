using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>The requests that keep a destination's audiences.</summary>
public sealed record AudienceMetadataTemplate
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Creates an audience.</summary>
    public AudienceRequest? Create { get; init; }

    /// <summary>Changes an audience.</summary>
    public AudienceRequest? Update { get; init; }

    /// <summary>Deletes an audience.</summary>
    public AudienceRequest? Delete { get; init; }

    /// <summary>Checks the fields.</summary>
    public AudienceRequest? Validate { get; init; }

    /// <summary>Tells of an export.</summary>
    public AudienceRequest? Notify { get; init; }

    /// <summary>Tells of a new dataflow.</summary>
    public AudienceRequest? CreateDestination { get; init; }

    /// <summary>Tells of a changed dataflow.</summary>
    public AudienceRequest? UpdateDestination { get; init; }

    /// <summary>Tells of a deleted dataflow.</summary>
    public AudienceRequest? DeleteDestination { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
