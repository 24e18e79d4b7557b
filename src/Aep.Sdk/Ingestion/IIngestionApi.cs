using Refit;

namespace Aep.Sdk.Ingestion;

/// <summary>Batch ingestion (/data/foundation/import).</summary>
internal interface IIngestionApi
{
    private const string Base = "/data/foundation/import/batches";

    [Post(Base)]
    Task<CreatedBatch?> CreateBatchAsync([Body] BatchBody body, CancellationToken cancellationToken);

    [Put(Base + "/{batchId}/datasets/{datasetId}/files/{filePath}")]
    Task UploadFileAsync(string batchId, string datasetId, string filePath, [Body] HttpContent body, CancellationToken cancellationToken);

    [Post(Base + "/{batchId}")]
    Task ActAsync(string batchId, string action, CancellationToken cancellationToken);
}
