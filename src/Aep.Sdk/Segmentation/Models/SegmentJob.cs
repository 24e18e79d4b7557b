using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Segmentation;

/// <summary>A segment job (Segmentation Service <c>/segment/jobs</c>).</summary>
public sealed record SegmentJob
{
    /// <summary>The job's id.</summary>
    public required string Id { get; init; }

    /// <summary>How it stands.</summary>
    public SegmentJobStatus Status { get; init; }

    /// <summary>What it counted. Absent or incomplete until it has succeeded.</summary>
    public SegmentJobMetrics Metrics { get; init; } = new();

    /// <summary>Why it failed.</summary>
    public IReadOnlyList<SegmentJobError> Errors { get; init; } = [];

//@@EXT
}
