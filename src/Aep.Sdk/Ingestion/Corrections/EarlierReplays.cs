using Aep.Sdk.Datasets;

namespace Aep.Sdk.Ingestion;

/// <summary>
/// What earlier calls have made of the refused rows of a batch. Each attempt has an external id that follows from the batch, so that after
/// one that has succeeded no other is made, by whichever process.
/// </summary>
internal sealed class EarlierReplays(BatchesClient catalog, IngestionBatchesClient batches, FailedBatch failed)
{
    /// <returns>The batch of the attempt that has succeeded; or null, and the name of the next attempt's run.</returns>
    public async Task<(Batch? Succeeded, string NextRun)> FindAsync(CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            string run = $"replay-{failed.Id}-{attempt}";
            Batch? there =
                await ExternalId.FindAsync(catalog, failed.DatasetId, ExternalId.Of(run, 1, 1), cancellationToken).ConfigureAwait(false);
            if (there is null)
                return (null, run);
            if (await EndAsync(there, cancellationToken).ConfigureAwait(false) is { } succeeded)
                return (succeeded, run);
        }
    }

    // What it was to contain, only the call knows that began it; a batch that is still open is of a call that has stopped in the middle.
    private async Task<Batch?> EndAsync(Batch there, CancellationToken cancellationToken)
    {
        if (there.Status == BatchStatus.Loading)
        {
            await batches.AbortAsync(there.Id, cancellationToken).ConfigureAwait(false);
            return null;
        }
        if (BatchOperation.EndedBadly(there.Status))
            return null;
        try
        {
            return await catalog.GetOperation(there.Id).WaitForCompletionAsync(null, cancellationToken).ConfigureAwait(false);
        }
        catch (AepOperationFailedException)
        {
            return null; // so it is as if it had ended badly before
        }
    }
}
