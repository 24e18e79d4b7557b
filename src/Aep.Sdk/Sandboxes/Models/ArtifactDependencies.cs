using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>An object, and the objects that it needs directly.</summary>
public sealed record ArtifactDependencies
{
    /// <summary>Id of the object.</summary>
    public required string Id { get; init; }

    /// <summary>Kind, for example <c>REGISTRY_SCHEMA</c> or <c>PROFILE_SEGMENT</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>What it needs directly.</summary>
    public IReadOnlyList<PackageArtifact> Children { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
