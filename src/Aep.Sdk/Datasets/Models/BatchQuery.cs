namespace Aep.Sdk.Datasets;

/// <summary>Which batches a listing has, and in which order.</summary>
public sealed record BatchQuery
{
    /// <summary>Only batches of this dataset.</summary>
    public string? DatasetId { get; init; }

    /// <summary>Only batches in this state.</summary>
    public BatchStatus? Status { get; init; }

    /// <summary>Only the batch that was created with this id of the client's own.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Only batches that were created after this.</summary>
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Only batches that were created before this.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Only batches whose rows begin after this (<see cref="BatchRecord.AvailableDates"/>).</summary>
    public DateTimeOffset? StartAfter { get; init; }

    /// <summary>Only batches whose rows begin before this.</summary>
    public DateTimeOffset? StartBefore { get; init; }

    /// <summary>Only batches whose rows end after this.</summary>
    public DateTimeOffset? EndAfter { get; init; }

    /// <summary>Only batches whose rows end before this.</summary>
    public DateTimeOffset? EndBefore { get; init; }

    /// <summary>Only batches with these tags. A value may end in <c>*</c>, and <c>*</c> alone is any value.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Other conditions.</summary>
    public IReadOnlyList<CatalogFilter> Filters { get; init; } = [];

    /// <summary>
    /// Direction and property, as <c>desc:updated</c>. A property that changes while the pages are read can make a listing lose or repeat a
    /// batch.
    /// </summary>
    public string OrderBy { get; init; } = "asc:created";
}
