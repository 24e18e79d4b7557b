using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>Edges that profile data is sent to.</summary>
public sealed record ProjectionDestination
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Kind, <c>EDGE</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Where the edges stand.</summary>
    public IReadOnlyList<EdgeDataCenter> DataCenters { get => field ?? []; init; }

    /// <summary>After how many seconds a projection expires.</summary>
    [JsonPropertyName("ttl")]
    public int? TtlInSeconds { get; init; }

    /// <summary>When data goes there.</summary>
    public ReplicationPolicy? ReplicationPolicy { get; init; }

    /// <summary>Version; a replacement names it.</summary>
    public int Version { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
