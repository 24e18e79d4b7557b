using Aep.Sdk.Datasets;

namespace Aep.Sdk.Ingestion;

/// <summary>What became of the refused rows of a batch.</summary>
/// <param name="Replays">The batch whose rows were refused.</param>
public sealed record BatchCorrection(string Replays)
{
    /// <summary>The batch with the corrected rows; null when no row was left to be sent.</summary>
    public string? BatchId { get; init; }

    /// <summary>True when an earlier call has sent it, so that this one did not, and the other counts are zero.</summary>
    public bool WasThere { get; init; }

    /// <summary>Rows that were corrected.</summary>
    public long Corrected { get; init; }

    /// <summary>Rows that were left out.</summary>
    public long LeftOut { get; init; }

    /// <summary>Rows that AEP had not refused and that were sent again as they were, because their batch had failed as a whole.</summary>
    public long Unchanged { get; init; }

    /// <summary>
    /// Rows that AEP has refused again: only with <see cref="IngestionOptions.PartialIngestionPercent"/>. <see cref="BatchId"/> has them.
    /// </summary>
    public long RefusedAgain { get; init; }

    internal static BatchCorrection Earlier(string replays, Batch batch) =>
        new(replays) { BatchId = batch.Id, WasThere = true, RefusedAgain = batch.Metrics?.FailedRecordCount ?? 0 };
}
