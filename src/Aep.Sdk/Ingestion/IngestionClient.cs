using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Datasets;

namespace Aep.Sdk.Ingestion;

/// <summary>Batch ingestion: rows into a dataset.</summary>
public class IngestionClient
{
    private readonly IIngestionApi _api;
    private readonly BatchesClient _batches;

    internal IngestionClient(AepPipeline pipeline, BatchesClient batches)
    {
        _api = pipeline.Api<IIngestionApi>(IngestionJson.Default);
        _batches = batches;
    }

    /// <summary>For substitutes in tests.</summary>
    protected IngestionClient()
    {
        _api = null!;
        _batches = null!;
    }

    /// <summary>
    /// Sends rows as JSON, in as many batches as needed, and waits until AEP has processed each. Every batch is in the dataset whole or not at all.
    /// POST /batches, PUT /batches/{id}/datasets/{id}/files/{name}, POST /batches/{id}?action=COMPLETE.
    /// </summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="rows">The rows; read once, never held as a whole.</param>
    /// <param name="rowType">Source-generated metadata of the row type.</param>
    /// <param name="options">Sizes and progress, or null.</param>
    /// <param name="cancellationToken">Stops; batches that are complete already stay in the dataset.</param>
    /// <exception cref="AepOperationFailedException">AEP refused a batch, for example because a row does not fit the schema.</exception>
    /// <exception cref="AepRequestException">A request failed, also after retries. Its batch was aborted.</exception>
    public virtual async Task<IngestionResult> IngestAsync<T>(
        string datasetId, IAsyncEnumerable<T> rows, JsonTypeInfo<T> rowType, IngestionOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new IngestionOptions();
        var tally = new IngestionTally(options.Progress);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.MaxParallelBatches, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(RowBuffer.CutAsync(rows, rowType, options, cancellationToken), parallel, async (buffer, token) =>
        {
            string id = await SendAsync(datasetId, buffer, token).ConfigureAwait(false);
            tally.Sent(id, buffer.Records);
            await _batches.GetOperation(id).WaitForCompletionAsync(null, token).ConfigureAwait(false);
            tally.Processed();
        }).ConfigureAwait(false);
        return tally.Result();
    }

    private async Task<string> SendAsync(string datasetId, RowBuffer buffer, CancellationToken cancellationToken)
    {
        var body = new BatchBody(datasetId, new BatchInputFormat("json", false));
        string id = (await _api.CreateBatchAsync(body, cancellationToken).ConfigureAwait(false)).Required("POST /batches").Id;
        try
        {
            using var content = new ReadOnlyMemoryContent(buffer.Bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            await _api.UploadFileAsync(id, datasetId, $"{id}.json", content, cancellationToken).ConfigureAwait(false);
            await _api.ActAsync(id, "COMPLETE", cancellationToken).ConfigureAwait(false);
            return id;
        }
        catch (Exception exception) when (exception is AepException or OperationCanceledException)
        {
            await AbortAsync(id, exception).ConfigureAwait(false);
            throw;
        }
    }

    // Leaves no open batch behind; the first error is the one to report, a second one is added to it.
    private async Task AbortAsync(string batchId, Exception cause)
    {
        try
        {
            await _api.ActAsync(batchId, "ABORT", CancellationToken.None).ConfigureAwait(false);
        }
        catch (AepException second)
        {
            cause.Data["abort"] = $"The batch {batchId} could not be aborted: {second.Message}";
        }
    }
}
