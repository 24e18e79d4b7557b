using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>The sample of the profile store that estimates and previews read.</summary>
public sealed record ProfileSampleStatus
{
    /// <summary>Whether it is being taken.</summary>
    public SampleJobState? SampleJobRunning { get; init; }

    /// <summary>Profiles in the sample, as text.</summary>
    [JsonPropertyName("docCount")]
    public string? DocumentCount { get; init; }

    /// <summary>Fragments in the store.</summary>
    public long? TotalFragmentCount { get; init; }

    /// <summary>Profiles in the store, as text.</summary>
    public string? TotalRows { get; init; }

    /// <summary>Profiles in the sample, as text.</summary>
    [JsonPropertyName("numRowsToRead")]
    public string? RowsToRead { get; init; }

    /// <summary>Profiles in the sample for each in the store.</summary>
    public double? SamplingRatio { get; init; }

    /// <summary>How the last job ended.</summary>
    public string? Status { get; init; }

    /// <summary>When it was taken last, as the service writes it.</summary>
    public string? LastSampledTimestamp { get; init; }

    /// <summary>When data came last, as the service writes it.</summary>
    public string? LastSuccessfulBatchTimestamp { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
