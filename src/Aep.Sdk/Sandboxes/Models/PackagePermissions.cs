using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>Whether the caller may import the objects of a package.</summary>
public sealed record PackagePermissions
{
    /// <summary>Id of the package.</summary>
    [JsonPropertyName("packageID")]
    public string? PackageId { get; init; }

    /// <summary>The sandbox.</summary>
    public string? TargetSandboxName { get; init; }

    /// <summary>One for each object.</summary>
    [JsonPropertyName("permissionResponse")]
    public IReadOnlyList<ArtifactPermission> Artifacts { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
