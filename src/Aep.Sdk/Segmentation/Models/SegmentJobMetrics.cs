using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>What a segment job counted.</summary>
public sealed record SegmentJobMetrics
{
    /// <summary>How long it took.</summary>
    public SegmentJobTime? TotalTime { get; init; }

    /// <summary>Profiles looked at.</summary>
    public long? TotalProfiles { get; init; }

    /// <summary>Profiles that qualify, by segment id.</summary>
    public IReadOnlyDictionary<string, long> SegmentedProfileCounter { get => field ?? new Dictionary<string, long>(); init; }

    /// <summary>
    /// Profiles by segment id and by what has become of their membership: <c>realized</c> (newly in), <c>existing</c> (still in),
    /// <c>exited</c>.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> SegmentedProfileByStatusCounter
    {
        get => field ?? new Dictionary<string, IReadOnlyDictionary<string, long>>();
        init;
    }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
