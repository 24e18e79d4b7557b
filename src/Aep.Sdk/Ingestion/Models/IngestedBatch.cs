using Aep.Sdk.Datasets;

namespace Aep.Sdk.Ingestion;

/// <summary>A batch of an ingestion.</summary>
public sealed record IngestedBatch
{
    /// <summary>Place in the input, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>State: <c>success</c> when its rows are in the dataset, <c>loading</c> when it was left open for a resumption.</summary>
    public required BatchStatus Status { get; init; }

    /// <summary>The files, in the order of the input.</summary>
    public required IReadOnlyList<IngestedFile> Files { get; init; }

    /// <summary>What AEP says went wrong, also with rows of a batch that succeeded in part.</summary>
    public IReadOnlyList<BatchError> Errors { get; init; } = [];

    /// <summary>Rows that AEP has refused.</summary>
    public long RefusedRecords { get; init; }

    /// <summary>Rows that were sent; 0 for files that you brought.</summary>
    public long Records => Files.Sum(file => file.Records);

    /// <summary>Bytes that were sent.</summary>
    public long Bytes => Files.Sum(file => file.Bytes);
}
