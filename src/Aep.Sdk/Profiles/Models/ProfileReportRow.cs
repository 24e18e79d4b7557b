using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>The profiles of one dataset or namespace.</summary>
public sealed record ProfileReportRow
{
    /// <summary>Id of the dataset, number of the namespace, or ids of the overlapping datasets.</summary>
    public string? Value { get; init; }

    /// <summary>Name of the dataset.</summary>
    public string? Name { get; init; }

    /// <summary>Code of the namespace.</summary>
    public string? Code { get; init; }

    /// <summary>Profiles with it in the store.</summary>
    [JsonPropertyName("fullIDsCount")]
    public long? FullIdsCount { get; init; }

    /// <summary>Their share of all.</summary>
    [JsonPropertyName("fullIDsPercentage")]
    public double? FullIdsPercentage { get; init; }

    /// <summary>Profiles with it in the sample.</summary>
    public long? SampleCount { get; init; }

    /// <summary>Their share of the sample.</summary>
    public double? SamplePercentage { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
