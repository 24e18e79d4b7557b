using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Ingestion;

/// <summary>
/// Batches step by step: create, send files, complete. <c>IngestAsync</c> of <see cref="IngestionClient"/> does all of it; this is for what
/// it does not do. The state of a batch is the catalog's: <c>Datasets.Batches</c>.
/// </summary>
public class IngestionBatchesClient
{
    private readonly IIngestionApi _api;

    internal IngestionBatchesClient(AepPipeline pipeline) => _api = pipeline.Api(IngestionJson.Default, RefitStubs.IngestionApi);

    /// <summary>For substitutes in tests.</summary>
    protected IngestionBatchesClient() => _api = null!;

    internal IIngestionApi Api => _api;

    /// <summary>Creates a batch, in the state <c>loading</c>. POST /batches.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="AepRequestException">AEP refused, for example an unknown dataset.</exception>
    public virtual async Task<string> CreateAsync(BatchDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return (await _api.CreateBatchAsync(definition, cancellationToken).ConfigureAwait(false)).Required("POST /batches").Id;
    }

    /// <summary>
    /// Sends a file into a batch that is loading; one of more than 256 MB goes in parts. A file of that name that is there already is
    /// replaced. PUT, or POST and PATCH, /batches/{id}/datasets/{id}/files/{name}.
    /// </summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="datasetId">Its dataset.</param>
    /// <param name="name">Name of the file in the batch.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    /// <exception cref="AepRequestException">AEP refused the file, or could not be reached.</exception>
    public virtual async Task UploadFileAsync(
        string batchId, string datasetId, string name, string path, CancellationToken cancellationToken = default)
    {
        using var part = new FilePart(new FileInfo(path)) { Batch = 1, Name = name };
        await new FileUpload(_api, datasetId).SendAsync(batchId, part, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Sends what a stream has left as a file into a batch that is loading: from where it stands, which it is not moved back to, and open
    /// it stays. One of which the length is not known goes in parts when it is longer than 4 MB, which is what is held in memory of it.
    /// PUT, or POST and PATCH, /batches/{id}/datasets/{id}/files/{name}.
    /// </summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="datasetId">Its dataset.</param>
    /// <param name="name">Name of the file in the batch.</param>
    /// <param name="content">The stream. Nobody else may read it meanwhile.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    /// <exception cref="ArgumentException">The stream is empty, or cannot be read.</exception>
    /// <exception cref="AepRequestException">AEP refused the file, or could not be reached.</exception>
    /// <exception cref="AepException">Reading the stream has failed.</exception>
    public virtual async Task UploadFileAsync(
        string batchId, string datasetId, string name, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        using IngestionPart part =
            await new StreamInput(content, new IngestionOptions()).OpenAsync(name, cancellationToken).ConfigureAwait(false);
        await new FileUpload(_api, datasetId).SendAsync(batchId, part, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says that all files are there: AEP processes the batch. POST /batches/{id}?action=COMPLETE.</summary>
    public virtual Task CompleteAsync(string batchId, CancellationToken cancellationToken = default) =>
        _api.ActAsync(batchId, "COMPLETE", cancellationToken);

    /// <summary>Gives a batch up that is not processed yet. POST /batches/{id}?action=ABORT.</summary>
    public virtual Task AbortAsync(string batchId, CancellationToken cancellationToken = default) =>
        _api.ActAsync(batchId, "ABORT", cancellationToken);

    /// <summary>Marks a batch as failed. POST /batches/{id}?action=FAIL.</summary>
    public virtual Task FailAsync(string batchId, CancellationToken cancellationToken = default) =>
        _api.ActAsync(batchId, "FAIL", cancellationToken);

    /// <summary>Takes the rows of a batch out of the dataset again. POST /batches/{id}?action=REVERT.</summary>
    public virtual Task RevertAsync(string batchId, CancellationToken cancellationToken = default) =>
        _api.ActAsync(batchId, "REVERT", cancellationToken);

    /// <summary>The first rows of the files of a batch, as AEP would read them. GET /batches/{id}/datasets/{id}/preview.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="datasetId">Its dataset.</param>
    /// <param name="format">How the files are written.</param>
    /// <param name="rows">How many rows, or null for AEP's number.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<BatchPreview> PreviewAsync(
        string batchId, string datasetId, IngestionFormat format, int? rows = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(format);
        BatchPreview? preview = await _api.PreviewAsync(
            batchId, datasetId, format.Format, format.IsMultiLineJson, format.Delimiter, format.Quote, format.Escape, format.Charset,
            format.Header, rows,
            cancellationToken).ConfigureAwait(false);
        return preview.Required("GET /batches/{id}/datasets/{id}/preview");
    }
}
