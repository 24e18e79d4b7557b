using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>Counts of a batch.</summary>
public sealed record BatchMetrics
{
    /// <summary>Rows that came in.</summary>
    public long? InputRecordCount { get; init; }

    /// <summary>Rows that are in the dataset.</summary>
    public long? OutputRecordCount { get; init; }

    /// <summary>Rows that were refused.</summary>
    public long? FailedRecordCount { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
