using Refit;

namespace Aep.Sdk.Ingestion;

/// <summary>Batch ingestion (/data/foundation/import).</summary>
internal interface IIngestionApi
{
    private const string Base = "/data/foundation/import/batches";
    private const string File = Base + "/{batchId}/datasets/{datasetId}/files/{filePath}";

    [Post(Base)]
    Task<CreatedBatch?> CreateBatchAsync([Body] BatchDefinition body, CancellationToken cancellationToken);

    [Put(File)]
    Task UploadFileAsync(string batchId, string datasetId, string filePath, [Body] HttpContent body, CancellationToken cancellationToken);

    [Post(File)]
    Task<UploadedFile?> ActOnFileAsync(
        string batchId, string datasetId, string filePath, string action, CancellationToken cancellationToken);

    // Content-Range is a header of the body.
    [Patch(File)]
    Task<UploadedFile?> UploadPartAsync(
        string batchId, string datasetId, string filePath, [Body] HttpContent body, CancellationToken cancellationToken);

    [Post(Base + "/{batchId}")]
    Task<CreatedBatch?> ActAsync(string batchId, string action, CancellationToken cancellationToken);

    [Get(Base + "/{batchId}/datasets/{datasetId}/preview")]
    Task<BatchPreview?> PreviewAsync(
        string batchId, string datasetId, string format, bool? isMultiLineJson, string? delimiter, string? quote, string? escape,
        string? charset, bool? header,
        [AliasAs("nrow")] int? rows, CancellationToken cancellationToken);
}
