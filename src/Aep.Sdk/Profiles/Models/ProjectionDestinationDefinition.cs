using System.Text.Json.Serialization;

namespace Aep.Sdk.Profiles;

/// <summary>Edges to send profile data to.</summary>
/// <param name="DataCenters">Where the edges stand; at least one.</param>
public sealed record ProjectionDestinationDefinition(params IReadOnlyList<EdgeDataCenter> DataCenters)
{
    /// <summary>After how many seconds a projection expires, 600 to 604,800.</summary>
    [JsonPropertyName("ttl")]
    public int TtlInSeconds { get; init; } = 3_600;

    /// <summary>When data goes there.</summary>
    public ReplicationPolicy ReplicationPolicy { get; init; } = ReplicationPolicy.Reactive;

    [JsonInclude]
    internal string Type { get; init; } = "EDGE";

    [JsonInclude]
    internal int? CurrentVersion { get; init; }
}
