using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>What an export job has done.</summary>
public sealed record ProfileExportMetrics
{
    /// <summary>When it ran.</summary>
    public SegmentJobTime? TotalTime { get; init; }

    /// <summary>When it exported.</summary>
    public SegmentJobTime? ProfileExportTime { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
