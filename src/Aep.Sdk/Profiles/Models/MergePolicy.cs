using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>How the fragments of a profile are merged.</summary>
public sealed record MergePolicy
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>What it merges.</summary>
    public SchemaName? Schema { get; init; }

    /// <summary>Whether it is the one that is used when none is named.</summary>
    public bool Default { get; init; }

    /// <summary>Which identities belong together.</summary>
    public IdentityGraphType? IdentityGraph { get; init; }

    /// <summary>Which fragment wins.</summary>
    public AttributeMerge? AttributeMerge { get; init; }

    /// <summary>Whether the edge uses it; one policy may be.</summary>
    public bool? IsActiveOnEdge { get; init; }

    /// <summary>Version.</summary>
    public long? Version { get; init; }

    /// <summary>When it was changed last, in seconds since 1970 UTC.</summary>
    public long? UpdateEpoch { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
