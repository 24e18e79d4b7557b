using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>When segments are evaluated by themselves.</summary>
public sealed record SegmentSchedule
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary><c>batch_segmentation</c> or <c>export</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Cron expression of Quartz: seconds first.</summary>
    public string? Schedule { get; init; }

    /// <summary>Whether it runs.</summary>
    public SegmentScheduleState? State { get; init; }

    /// <summary>Which segments.</summary>
    public SegmentScheduleProperties? Properties { get; init; }

    /// <summary>When it was created, in seconds since 1970 UTC.</summary>
    public long? CreateEpoch { get; init; }

    /// <summary>When it was changed last, in seconds since 1970 UTC.</summary>
    public long? UpdateEpoch { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
