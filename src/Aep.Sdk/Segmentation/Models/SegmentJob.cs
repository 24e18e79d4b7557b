using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>A segment job (Segmentation Service <c>/segment/jobs</c>).</summary>
public sealed record SegmentJob
{
    /// <summary>The job's id.</summary>
    public required string Id { get; init; }

    /// <summary>How it stands.</summary>
    public SegmentJobStatus Status { get; init; }

    /// <summary>What it counted. Absent or incomplete until it has succeeded.</summary>
    public SegmentJobMetrics Metrics { get => field ?? new(); init; }

    /// <summary>Why it failed.</summary>
    public IReadOnlyList<SegmentJobError> Errors { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
