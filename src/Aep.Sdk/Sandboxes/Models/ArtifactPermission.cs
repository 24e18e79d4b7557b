using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>Whether the caller may import an object.</summary>
public sealed record ArtifactPermission
{
    /// <summary>Id of the object.</summary>
    [JsonPropertyName("artifactID")]
    public string? ArtifactId { get; init; }

    /// <summary>Kind of the object.</summary>
    public string? ArtifactType { get; init; }

    /// <summary>Whether it may be created.</summary>
    public bool CreationAllowed { get; init; }

    /// <summary>What is needed.</summary>
    public NeededResources? RequiredPermissions { get; init; }

    /// <summary>What of it the caller does not have.</summary>
    public NeededResources? MissingPermissions { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
