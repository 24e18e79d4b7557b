using Aep.Sdk.Datasets;

namespace Aep.Sdk.Ingestion;

/// <summary>
/// A batch that is being filled. What an earlier run has done of it, says the journal; what the journal does not know, says the platform.
/// </summary>
internal sealed class OpenBatch(IngestionContext context, int number, string id, JournalBatch? known, bool takesFiles)
{
    private readonly List<Task<IngestedFile>> _files = [];
    private bool _completing;

    /// <summary>Place in the input, from 1.</summary>
    public int Number => number;

    /// <summary>Finds the batch, or creates it.</summary>
    public static async Task<OpenBatch> OpenAsync(IngestionContext context, int number, CancellationToken cancellationToken)
    {
        JournalBatch? known = context.Journal?.Find(number);
        if (known is { HasSucceeded: true })
            return new OpenBatch(context, number, known.Id!, known, takesFiles: false);
        for (int attempt = known?.Attempt ?? 1; ; attempt++)
        {
            string externalId = ExternalId.Of(context.Run, number, attempt);
            Batch? there = await context.LookAsync(known?.Id, externalId, cancellationToken).ConfigureAwait(false);
            if (there is null || there.Status == BatchStatus.Loading)
            {
                string id = there?.Id ?? await context.CreateAsync(externalId, cancellationToken).ConfigureAwait(false);
                if (known?.Id != id)
                    context.Journal?.Created(number, attempt, id);
                return new OpenBatch(context, number, id, context.Journal?.Find(number), takesFiles: true);
            }
            if (!BatchOperation.EndedBadly(there.Status))
                return new OpenBatch(context, number, there.Id, known, takesFiles: false);
            known = null; // its rows are not in the dataset: once more, from its beginning
        }
    }

    /// <summary>Sends a file, unless it is there already. Waits for a free place.</summary>
    /// <exception cref="AepException">The file is not the one that the journal knows.</exception>
    public async Task AddAsync(IngestionPart part, CancellationToken cancellationToken)
    {
        if (known?.Files.GetValueOrDefault(part.Name) is { } sent)
        {
            using (part)
            {
                if (sent.Fingerprint != await part.FingerprintAsync(cancellationToken).ConfigureAwait(false))
                    throw context.Differs(
                        $"batch {number}, file {part.Name} ({part.Records} rows, {part.Bytes} bytes) is not what was sent");
                _files.Add(Task.FromResult(new IngestedFile(part.Name, part.Bytes, part.Records, WasThere: true)));
            }
            return;
        }
        if (!takesFiles)
        {
            part.Dispose();
            throw context.Differs($"batch {number} was completed without the file {part.Name}");
        }
        await context.Uploads.WaitAsync(cancellationToken).ConfigureAwait(false);
        _files.Add(SendAsync(part, context.Cancellation));
    }

    /// <summary>All files are sent, or were: completes the batch and waits until AEP has processed it.</summary>
    public async Task<IngestedBatch> FinishAsync()
    {
        try
        {
            await Task.WhenAll(_files).ConfigureAwait(false);
            if (known is { } journal && _files.Count < journal.Files.Count)
                throw context.Differs($"batch {number} was sent with {journal.Files.Count} files and now has {_files.Count}");
            if (known is not { HasSucceeded: true })
                await CompleteAsync().ConfigureAwait(false);
            context.BatchSent();
            return await ProcessedAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Whatever it is: it is reported by the run, and no batch stays half created.
            return await GiveUpAsync(exception).ConfigureAwait(false);
        }
    }

    /// <summary>The batch cannot be finished: it is aborted, or left for a resumption where that can finish it.</summary>
    public async Task<IngestedBatch> GiveUpAsync(Exception cause)
    {
        context.Failed(cause);
        await Task.WhenAll(_files.Select(Quietly)).ConfigureAwait(false);
        bool refused = cause is AepRequestException { IsTransient: false };
        if (!takesFiles || _completing || (context.Journal is not null && !refused))
            return Result(takesFiles && !_completing ? BatchStatus.Loading : BatchStatus.Staging, []);
        try
        {
            await context.Batches.AbortAsync(id, CancellationToken.None).ConfigureAwait(false);
            context.Journal?.Ended(number, BatchStatus.Aborted.Value, 0);
            return Result(BatchStatus.Aborted, []);
        }
        catch (AepException second)
        {
            // The first error is the one to report; this one is added to it.
            cause.Data["abort"] = $"The batch {id} could not be aborted: {second.Message}";
            return Result(BatchStatus.Loading, []);
        }
    }

    private async Task<IngestedFile> SendAsync(IngestionPart part, CancellationToken cancellationToken)
    {
        try
        {
            using (part)
            {
                await context.Upload.SendAsync(id, part, cancellationToken).ConfigureAwait(false);
                if (context.Journal is { } journal)
                    journal.Sent(part, await part.FingerprintAsync(cancellationToken).ConfigureAwait(false));
                context.Sent(part.Records);
                return new IngestedFile(part.Name, part.Bytes, part.Records, WasThere: false);
            }
        }
        catch (Exception exception)
        {
            context.Failed(exception);
            throw;
        }
        finally
        {
            context.Uploads.Release();
        }
    }

    private async Task CompleteAsync()
    {
        if (!takesFiles)
            return;
        _completing = true;
        try
        {
            await context.CompleteAsync(id).ConfigureAwait(false);
        }
        catch (AepRequestException refused) when (!refused.IsTransient)
        {
            _completing = false;
            throw;
        }
    }

    private async Task<IngestedBatch> ProcessedAsync()
    {
        if (known is { HasSucceeded: true })
            return Result(BatchStatus.Success, []) with { RefusedRecords = known.Refused };
        Batch batch;
        try
        {
            batch = await context.Catalog.GetOperation(id).WaitForCompletionAsync(null, context.Cancellation).ConfigureAwait(false);
            context.Processed();
        }
        catch (AepOperationFailedException failed)
        {
            context.Failed(failed);
            batch = await context.Catalog.GetAsync(id, context.Cancellation).ConfigureAwait(false);
        }
        long refused = batch.Metrics?.FailedRecordCount ?? 0;
        context.Journal?.Ended(number, batch.Status.Value, refused);
        return Result(batch.Status, batch.Errors) with { RefusedRecords = refused };
    }

    private IngestedBatch Result(BatchStatus status, IReadOnlyList<BatchError> errors) => new()
    {
        Number = number,
        Id = id,
        Status = status,
        Files = [.. _files.Where(file => file.IsCompletedSuccessfully).Select(file => file.Result)],
        Errors = errors,
    };

    // Each file has reported its own fault.
    private static async Task Quietly(Task file) =>
        await file.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
}
