using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>
/// How many profiles a rule would select, from the sample that Experience Platform keeps of the profile store. The sample holds every
/// profile while there are fewer than a million, but it is refreshed only when the store has changed by 5 %. For an exact count evaluate a
/// segment.
/// </summary>
public sealed record AudienceEstimate
{
    /// <summary>The state of the estimate.</summary>
    public EstimateState State { get; init; }

    /// <summary>Profiles that the rule would select.</summary>
    public long? EstimatedSize { get; init; }

    /// <summary>Profiles in the store.</summary>
    public long? TotalRows { get; init; }

    /// <summary>Profiles of the sample read so far.</summary>
    public long? ProfilesReadSoFar { get; init; }

    /// <summary>Profiles of the sample that the rule selected so far.</summary>
    public long? ProfilesMatchedSoFar { get; init; }

    /// <summary>The standard error; 0 when every profile was read.</summary>
    public double? StandardError { get; init; }

    /// <summary>The confidence interval, for example <c>95%</c>.</summary>
    public string? ConfidenceInterval { get; init; }

    /// <summary>Why it failed.</summary>
    public EstimateError? Error { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
