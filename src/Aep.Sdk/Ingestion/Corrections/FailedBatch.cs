using Aep.Sdk.Datasets;

namespace Aep.Sdk.Ingestion;

/// <summary>A batch with refused rows, as the catalog tells of it.</summary>
internal sealed class FailedBatch
{
    private readonly Batch _batch;
    private readonly bool _isInDataset;

    /// <exception cref="AepException">The batch has not been processed: nothing of it was refused.</exception>
    public FailedBatch(Batch batch)
    {
        _batch = batch;
        _isInDataset = batch.Status == BatchStatus.Success || batch.Status == BatchStatus.Active;
        if (!_isInDataset && batch.Status != BatchStatus.Failed && batch.Status != BatchStatus.Failure)
            throw new AepException(
                $"The batch {batch.Id} is {batch.Status}: only one that has succeeded in part, or has failed, has refused rows.");
    }

    public string Id => _batch.Id;

    /// <summary>All rows that came in; null where AEP does not say.</summary>
    public long? Rows => _batch.Metrics?.InputRecordCount;

    /// <summary>Those that were refused; null where AEP does not say.</summary>
    public long? Refused => _batch.Metrics?.FailedRecordCount;

    /// <summary>Whether rows that were not refused are not in the dataset either.</summary>
    public bool HasOtherRows => !_isInDataset && (Rows is null || Refused != Rows);

    /// <exception cref="AepException">The catalog does not say it.</exception>
    public string DatasetId => _batch.RelatedObjects.FirstOrDefault(related => related.Type == "dataSet")?.Id
        ?? throw new AepException($"The catalog does not say which dataset the batch {Id} belongs to.");

    /// <summary>Whether each row is a line of its files.</summary>
    public bool IsJsonLines => _batch.InputFormat is { IsMultiLineJson: not true } input
        && string.Equals(input.Format, IngestionFormat.Json.Format, StringComparison.OrdinalIgnoreCase);
}
