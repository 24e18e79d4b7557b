using System.Text.Json.Serialization;

namespace Aep.Sdk.Ingestion;

/// <summary>A batch to create.</summary>
/// <param name="DatasetId">The dataset that it feeds.</param>
/// <param name="InputFormat">How its files are written.</param>
public sealed record BatchDefinition(string DatasetId, IngestionFormat InputFormat)
{
    /// <summary>An id of your own, by which the batch can be found again; null for none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Tags of your own.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Tags { get; init; }

    /// <summary>The batches that this one replaces when it succeeds; null for none.</summary>
    public BatchReplay? Replay { get; init; }

    /// <summary>Keeps, for each row that is refused, why: see <c>Datasets.Files</c>.</summary>
    public bool? EnableErrorDiagnostics { get; init; }

    /// <summary>
    /// How many percent of the rows may be refused before the whole batch fails: 0 to 100. Null: one refused row fails the batch.
    /// </summary>
    [JsonPropertyName("partialIngestionPercent")]
    public int? PartialIngestionPercent { get; init; }
}
