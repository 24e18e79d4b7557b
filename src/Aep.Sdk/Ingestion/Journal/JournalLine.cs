namespace Aep.Sdk.Ingestion;

/// <summary>A line of a journal: what has happened, in the order in which it has.</summary>
internal sealed record JournalLine
{
    /// <summary>The first line: which run, into which dataset, cut how.</summary>
    public string? Run { get; init; }

    public string? DatasetId { get; init; }

    public string? Cut { get; init; }

    /// <summary>The batch that the line is about, from 1.</summary>
    public int? Batch { get; init; }

    /// <summary>The batch was created, the n-th time, with this id.</summary>
    public string? Id { get; init; }

    public int? Attempt { get; init; }

    /// <summary>The platform has this file of the batch.</summary>
    public string? File { get; init; }

    public long? Bytes { get; init; }

    public long? Records { get; init; }

    public string? Fingerprint { get; init; }

    /// <summary>The batch was completed: <c>complete</c>, or ended in a state of AEP's.</summary>
    public string? State { get; init; }

    public long? Refused { get; init; }
}
