using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>The last batches of a dataset.</summary>
public sealed record LastBatches
{
    /// <summary>The dataset. In answers it is the key of the map, not a member.</summary>
    [JsonIgnore]
    public string DatasetId { get; init; } = "";

    /// <summary>The last batch.</summary>
    public string? LastBatchId { get; init; }

    /// <summary>Its state.</summary>
    public BatchStatus? LastBatchStatus { get; init; }

    /// <summary>The last batch whose rows came into the dataset; null when there is none.</summary>
    public string? LastSuccessfulBatchId { get; init; }

    /// <summary>The last batch that failed; null when there is none.</summary>
    public string? LastFailedBatchId { get; init; }

    /// <summary>When this was written first, in milliseconds since 1970 UTC.</summary>
    public long? Created { get; init; }

    /// <summary>When this was written last, in milliseconds since 1970 UTC.</summary>
    public long? Updated { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
