using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Datasets;

namespace Aep.Sdk.Ingestion;

/// <summary>Reads the rows of a batch that AEP has refused, and ingests them as they should have been, once.</summary>
internal sealed class RefusedRowReplay(
    BatchesClient catalog, DatasetFilesClient files, IngestionBatchesClient batches, BatchSender sender)
{
    public async IAsyncEnumerable<FailedRecord<T>> ReadAsync<T>(
        string batchId, JsonTypeInfo<T> rowType, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        await foreach (RowErrors refused in files.ReadRowErrorsAsync(batchId, cancellationToken).ConfigureAwait(false))
            yield return KeptRow.Of(refused).Refused(refused, rowType);
    }

    /// <exception cref="AepException">There is nothing to replay, or not all that is needed; nothing was ingested.</exception>
    /// <exception cref="IngestionFailedException">The new batch is not in the dataset.</exception>
    public async Task<BatchCorrection> SendAsync<T>(
        string batchId, JsonTypeInfo<T> rowType, Func<FailedRecord<T>, T?> correct, IngestionOptions? options,
        CancellationToken cancellationToken)
        where T : class
    {
        options = (options ?? new IngestionOptions()).Validated().InOneBatch() with { EnableErrorDiagnostics = true };
        if (options.JournalFile is not null || options.Replay is not null)
            throw new ArgumentException(
                "Refused rows are replayed once by themselves: without JournalFile, and without Replay.", nameof(options));
        var failed = new FailedBatch(await catalog.GetAsync(batchId, cancellationToken).ConfigureAwait(false));
        (Batch? succeeded, string run) =
            await new EarlierReplays(catalog, batches, failed).FindAsync(cancellationToken).ConfigureAwait(false);
        if (succeeded is not null)
            return BatchCorrection.Earlier(batchId, succeeded);
        var rows = new CorrectedRows<T>(failed, files, rowType, correct);
        var cutter = new JsonLineCutter<JsonElement>(rows.ReadAsync(cancellationToken), IngestionJson.Default.JsonElement, options);
        var definition = new BatchDefinition(failed.DatasetId, IngestionFormat.Json)
        {
            Tags = new Dictionary<string, IReadOnlyList<string>> { ["replayOf"] = [batchId] },
        };
        IngestionResult result = await sender.SendAsync(
            definition, "", token => new RowParts(options, "json").CutAsync(cutter, token), options, run, cancellationToken)
                .ConfigureAwait(false);
        return rows.Describe(batchId, result);
    }
}
