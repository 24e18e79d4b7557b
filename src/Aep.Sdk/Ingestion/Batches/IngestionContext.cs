using Aep.Sdk.Datasets;

namespace Aep.Sdk.Ingestion;

/// <summary>
/// What the batches of one ingestion share: places for uploads, the journal, the first fault, and requests that look before they repeat.
/// </summary>
internal sealed class IngestionContext(
    IngestionBatchesClient batches, BatchesClient catalog, BatchDefinition definition, IngestionOptions options, IngestionJournal? journal,
    string? run,
    CancellationToken cancellation)
    : IDisposable
{
    private const int MaxAttempts = 4;

    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private long _records;
    private int _sent;
    private int _processed;
    private Exception? _fault;

    public IngestionBatchesClient Batches => batches;

    public BatchesClient Catalog => catalog;

    public IngestionJournal? Journal => journal;

    public string Run { get; } = journal?.Run ?? run ?? Guid.NewGuid().ToString("N");

    public FileUpload Upload { get; } = new(batches.Api, definition.DatasetId);

    public SemaphoreSlim Uploads { get; } = new(options.MaxParallelUploads);

    /// <summary>The caller's.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>Ends the reading of the input, also when something has failed.</summary>
    public CancellationToken Stop => _stop.Token;

    public Exception? Fault => _fault;

    public void Failed(Exception exception)
    {
        Interlocked.CompareExchange(ref _fault, exception, null);
        _stop.Cancel();
    }

    public AepException Differs(string how) => new(
        $"The input is not the one of the journal {journal?.Path}: {how}. Resume with the same input in the same order, or begin a new "
            + "journal.");

    public async Task<Batch?> LookAsync(string? id, string externalId, CancellationToken cancellationToken)
    {
        if (id is not null)
            return await catalog.GetAsync(id, cancellationToken).ConfigureAwait(false);
        // Only an earlier run can have created it without a note of it.
        return journal is { IsResumed: true } ? await FindAsync(externalId, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>Creates a batch.</summary>
    /// <exception cref="AepException">Another process has created it at the same time, for a run of the same name.</exception>
    public async Task<string> CreateAsync(string externalId, CancellationToken cancellationToken)
    {
        string id = await CreateOnceAsync(externalId, cancellationToken).ConfigureAwait(false);
        if (run is null || await FindAsync(externalId, cancellationToken).ConfigureAwait(false) is not { } first || first.Id == id)
            return id;
        await batches.AbortAsync(id, cancellationToken).ConfigureAwait(false);
        throw new AepException(
            $"Another process sends the same rows at this time, in the batch {first.Id}. Call again to see what has become of it.");
    }

    /// <summary>Completes a batch. When the answer says no, or does not come, its state decides whether it was completed.</summary>
    public async Task CompleteAsync(string id)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await batches.CompleteAsync(id, cancellation).ConfigureAwait(false);
                return;
            }
            catch (AepRequestException exception)
            {
                Batch batch = await catalog.GetAsync(id, cancellation).ConfigureAwait(false);
                if (batch.Status != BatchStatus.Loading)
                    return;
                if (!exception.IsTransient || attempt == MaxAttempts)
                    throw;
            }
        }
    }

    public void Sent(long records)
    {
        Interlocked.Add(ref _records, records);
        Report();
    }

    public void BatchSent()
    {
        Interlocked.Increment(ref _sent);
        Report();
    }

    public void Processed()
    {
        Interlocked.Increment(ref _processed);
        Report();
    }

    public void Dispose()
    {
        _stop.Dispose();
        Uploads.Dispose();
    }

    // When the request gets no answer, the platform is asked whether the batch is there.
    private async Task<string> CreateOnceAsync(string externalId, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await batches.CreateAsync(definition with { ExternalId = externalId }, cancellationToken).ConfigureAwait(false);
            }
            catch (AepRequestException exception) when (exception.IsTransient && attempt < MaxAttempts)
            {
                if (await FindAsync(externalId, cancellationToken).ConfigureAwait(false) is { } there)
                    return there.Id;
            }
        }
    }

    private Task<Batch?> FindAsync(string externalId, CancellationToken cancellationToken) =>
        ExternalId.FindAsync(catalog, definition.DatasetId, externalId, cancellationToken);

    private void Report() =>
        options.Progress?.Report(
            new IngestionProgress(Interlocked.Read(ref _records), Volatile.Read(ref _sent), Volatile.Read(ref _processed)));
}
