namespace Aep.Sdk.Ingestion;

/// <summary>What was ingested.</summary>
/// <param name="Batches">The batches, in the order of the input.</param>
public sealed record IngestionResult(IReadOnlyList<IngestedBatch> Batches)
{
    /// <summary>Rows that were sent in batches that succeeded; 0 for files that you brought, whose rows are not counted here.</summary>
    public long Records => Succeeded.Sum(batch => batch.Records);

    /// <summary>Bytes of the batches that succeeded.</summary>
    public long Bytes => Succeeded.Sum(batch => batch.Bytes);

    /// <summary>Ids of the batches that succeeded.</summary>
    public IReadOnlyList<string> BatchIds => [.. Succeeded.Select(batch => batch.Id)];

    /// <summary>
    /// Rows that AEP has refused in batches that succeeded: only with <see cref="IngestionOptions.PartialIngestionPercent"/>.
    /// </summary>
    public long RefusedRecords => Succeeded.Sum(batch => batch.RefusedRecords);

    private IEnumerable<IngestedBatch> Succeeded => Batches.Where(batch => batch.Status == Datasets.BatchStatus.Success);
}
