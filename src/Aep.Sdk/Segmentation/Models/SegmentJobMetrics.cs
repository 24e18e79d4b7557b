using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Segmentation;

/// <summary>What a segment job counted.</summary>
public sealed record SegmentJobMetrics
{
    /// <summary>How long it took.</summary>
    public SegmentJobTime? TotalTime { get; init; }

    /// <summary>Profiles looked at.</summary>
    public long? TotalProfiles { get; init; }

    /// <summary>Profiles that qualify, by segment id.</summary>
    public IReadOnlyDictionary<string, long> SegmentedProfileCounter { get; init; } = new Dictionary<string, long>();

//@@EXT
}
