using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>
/// A batch as its producer describes it to the catalog: metadata only. What is null is not sent. Rows come into a dataset by
/// <c>aep.Ingestion</c>, which describes its batches itself.
/// </summary>
public sealed record BatchRecord
{
    /// <summary>The id that the producer has given the batch.</summary>
    public string? ExternalId { get; init; }

    /// <summary>State; a batch is created and replaced with one, and may be changed without.</summary>
    public BatchStatus? Status { get; init; }

    /// <summary>When the work on it began, in milliseconds since 1970 UTC.</summary>
    public long? Started { get; init; }

    /// <summary>When the work on it ended, in milliseconds since 1970 UTC.</summary>
    public long? Completed { get; init; }

    /// <summary>Rows that were processed.</summary>
    public long? RecordCount { get; init; }

    /// <summary>Rows that failed.</summary>
    public long? FailedRecordCount { get; init; }

    /// <summary>Bytes.</summary>
    public long? Size { get; init; }

    /// <summary>What the batch belongs to: its dataset among others.</summary>
    public IReadOnlyList<CatalogRelation>? RelatedObjects { get; init; }

    /// <summary>The batches that it takes the place of, and why.</summary>
    public BatchReplay? Replay { get; init; }

    /// <summary>Why it failed.</summary>
    public IReadOnlyList<BatchError>? Errors { get; init; }

    /// <summary>The time that its rows are from.</summary>
    public BatchDataTime? AvailableDates { get; init; }

    /// <summary>Tags; each has a list of values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Tags { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }

    /// <summary>A record of a batch of a dataset.</summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="status">The state of the batch.</param>
    public static BatchRecord Of(string datasetId, BatchStatus status) =>
        new() { Status = status, RelatedObjects = [new CatalogRelation("dataSet", datasetId)] };
}
