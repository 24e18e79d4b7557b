using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>A package of objects that can be taken to another sandbox.</summary>
public sealed record SandboxPackage
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>How it is getting on.</summary>
    public PackageStatus? Status { get; init; }

    /// <summary><c>PARTIAL</c> for chosen objects, <c>FULL</c> for a whole sandbox.</summary>
    public string? PackageType { get; init; }

    /// <summary>Who may see it.</summary>
    public string? PackageVisibility { get; init; }

    /// <summary>Where its objects are from.</summary>
    public SandboxReference? SourceSandbox { get; init; }

    /// <summary>Its objects.</summary>
    [JsonPropertyName("artifactsList")]
    public IReadOnlyList<PackageArtifact> Artifacts { get => field ?? []; init; }

    /// <summary>When it was created, in milliseconds since 1970 UTC.</summary>
    public long? CreatedDate { get; init; }

    /// <summary>When it was changed last, in milliseconds since 1970 UTC.</summary>
    public long? ModifiedDate { get; init; }

    /// <summary>When it expires, in milliseconds since 1970 UTC.</summary>
    public long? Expiry { get; init; }

    /// <summary>When it was published, in milliseconds since 1970 UTC.</summary>
    public long? PublishDate { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
