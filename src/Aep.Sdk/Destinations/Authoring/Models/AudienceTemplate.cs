using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>How audiences are created, changed and deleted at a destination (Destination SDK <c>/audience-templates</c>).</summary>
public sealed record AudienceTemplate : IAuthoringResource
{
    /// <summary>Its id; none before it is created.</summary>
    public string? InstanceId { get; init; }

    /// <summary>When it was created.</summary>
    public string? CreatedDate { get; init; }

    /// <summary>When it was changed last.</summary>
    public string? LastModifiedDate { get; init; }

    /// <summary>The requests.</summary>
    public AudienceMetadataTemplate? MetadataTemplate { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
