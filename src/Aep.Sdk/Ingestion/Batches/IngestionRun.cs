namespace Aep.Sdk.Ingestion;

/// <summary>Sends the files of an input, batch after batch, with a bound on what is on its way.</summary>
internal sealed class IngestionRun(IngestionContext context, IngestionOptions options)
{
    private readonly List<Task<IngestedBatch>> _batches = [];
    private OpenBatch? _open;

    /// <exception cref="IngestionFailedException">Not all of it is in the dataset.</exception>
    public async Task<IngestionResult> SendAsync(IAsyncEnumerable<IngestionPart> parts)
    {
        using var places = new SemaphoreSlim(options.MaxParallelBatches);
        try
        {
            await foreach (IngestionPart part in parts.WithCancellation(context.Stop).ConfigureAwait(false))
                await AddAsync(part, places).ConfigureAwait(false);
            Finish(places);
            if (context.Journal is { } journal && journal.Batches > _batches.Count)
                throw context.Differs($"it ends after {_batches.Count} batches, of which {journal.Batches} were begun");
        }
        catch (Exception exception)
        {
            // Also a fault of the caller's rows: nothing may stay half created. It is thrown below.
            context.Failed(exception);
        }
        if (_open is not null)
            _batches.Add(_open.GiveUpAsync(context.Fault!));
        var result = new IngestionResult(await Task.WhenAll(_batches).ConfigureAwait(false));
        context.Cancellation.ThrowIfCancellationRequested();
        return context.Fault is not { } fault ? result : throw Failure(result, fault);
    }

    private async Task AddAsync(IngestionPart part, SemaphoreSlim places)
    {
        if (_open is { } open && open.Number != part.Batch)
            Finish(places);
        try
        {
            if (_open is null)
            {
                await places.WaitAsync(context.Stop).ConfigureAwait(false);
                _open = await OpenBatch.OpenAsync(context, part.Batch, context.Stop).ConfigureAwait(false);
            }
        }
        catch
        {
            part.Dispose();
            throw;
        }
        await _open.AddAsync(part, context.Stop).ConfigureAwait(false);
        if (part.IsLast)
            Finish(places);
    }

    // It is completed beside what follows.
    private void Finish(SemaphoreSlim places)
    {
        if (_open is null)
            return;
        _batches.Add(FinishAsync(_open, places));
        _open = null;
    }

    private static async Task<IngestedBatch> FinishAsync(OpenBatch batch, SemaphoreSlim places)
    {
        IngestedBatch finished = await batch.FinishAsync().ConfigureAwait(false);
        places.Release();
        return finished;
    }

    // Where nothing was begun, the error is the request's own, and a fault of the caller's rows stays what it is.
    private static Exception Failure(IngestionResult result, Exception fault)
    {
        if (result.Batches.Count > 0 && fault is AepException)
            return new IngestionFailedException(result, fault);
        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault);
        return fault;
    }
}
