using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>An object of a package, and what the target sandbox has in its place.</summary>
public sealed record ImportCandidate
{
    /// <summary>The object.</summary>
    public PackageArtifact? Artifact { get; init; }

    /// <summary>Objects of the target sandbox that could stand for it.</summary>
    [JsonPropertyName("suggestionList")]
    public IReadOnlyList<PackageArtifact> Suggestions { get => field ?? []; init; }

    /// <summary>The object it belongs to.</summary>
    [JsonPropertyName("parentID")]
    public string? ParentId { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
