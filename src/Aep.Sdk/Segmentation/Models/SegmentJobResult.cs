namespace Aep.Sdk.Segmentation;

/// <summary>What a segment job found.</summary>
public sealed record SegmentJobResult
{
    /// <summary>The job's id.</summary>
    public required string JobId { get; init; }

    /// <summary>The segment that was evaluated; the first one where there were several.</summary>
    public required string SegmentId { get; init; }

    /// <summary>Profiles that qualify for that segment (<c>metrics.segmentedProfileCounter</c>).</summary>
    public required long QualifiedProfiles { get; init; }

    /// <summary>The counts of all segments of the job, by segment id.</summary>
    public IReadOnlyDictionary<string, SegmentCount> Segments { get => field ?? new Dictionary<string, SegmentCount>(); init; }

    /// <summary>Profiles that the job looked at.</summary>
    public long? TotalProfiles { get; init; }

    /// <summary>How long the job took, from request to end.</summary>
    public TimeSpan? Duration { get; init; }
}
