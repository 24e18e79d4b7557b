using Aep.Sdk.Datasets;

namespace Aep.Sdk.Ingestion;

/// <summary>Sends parts into batches.</summary>
internal sealed class BatchSender(IngestionBatchesClient batches, BatchesClient catalog)
{
    /// <param name="definition">Dataset, format and what else is not the options' business.</param>
    /// <param name="cut">How the input is cut, for the journal.</param>
    /// <param name="parts">The parts; stops with the token.</param>
    /// <param name="options">Bounds, journal and progress.</param>
    /// <param name="run">Names the run, so that others find its batches; null for a name of its own.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="IngestionFailedException">Not all of it is in the dataset.</exception>
    public async Task<IngestionResult> SendAsync(
        BatchDefinition definition, string cut, Func<CancellationToken, IAsyncEnumerable<IngestionPart>> parts, IngestionOptions options,
        string? run,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(definition.DatasetId);
        definition = definition with
        {
            Replay = options.Replay,
            PartialIngestionPercent = options.PartialIngestionPercent,
            EnableErrorDiagnostics = options.EnableErrorDiagnostics || options.PartialIngestionPercent is not null ? true : null,
        };
        using IngestionJournal? journal = options.JournalFile is { } file ? IngestionJournal.Open(file, definition.DatasetId, cut) : null;
        using var context = new IngestionContext(batches, catalog, definition, options, journal, run, cancellationToken);
        return await new IngestionRun(context, options).SendAsync(parts(context.Stop)).ConfigureAwait(false);
    }
}
