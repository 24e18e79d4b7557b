using Refit;

namespace Aep.Sdk.Datasets;

/// <summary>Data Access (/data/foundation/export). Bodies of files go past Refit, see <see cref="FileRoutes"/>.</summary>
internal interface IDataAccessApi
{
    [Get(FileRoutes.Base + "/batches/{batchId}/files")]
    Task<DataAccessPage<DatasetFile>?> ListFilesAsync(string batchId, string? start, int limit, CancellationToken cancellationToken);

    [Get(FileRoutes.Base + "/batches/{batchId}/failed")]
    Task<DataAccessPage<FilePart>?> ListFailedAsync(string batchId, string? start, int limit, CancellationToken cancellationToken);

    [Get(FileRoutes.Base + "/batches/{batchId}/meta")]
    Task<DataAccessPage<FilePart>?> ListMetaAsync(
        string batchId, string? path, string? start, int limit, CancellationToken cancellationToken);

    [Get(FileRoutes.Base + "/files/{dataSetFileId}")]
    Task<DataAccessPage<FilePart>?> ListPartsAsync(string dataSetFileId, string? start, int limit, CancellationToken cancellationToken);

    [Get(FileRoutes.Base + "/datasets/{id}/preview")]
    Task<PreviewAnswer?> PreviewAsync(string id, CancellationToken cancellationToken);
}
