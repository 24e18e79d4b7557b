using Refit;

namespace Aep.Sdk.Datasets;

/// <summary>Catalog Service (/data/foundation/catalog).</summary>
internal interface ICatalogApi
{
    private const string Base = "/data/foundation/catalog";

    [Get(Base + "/dataSets")]
    Task<Dictionary<string, Dataset>?> ListDatasetsAsync(
        int limit, int start, string? name, [Query(CollectionFormat.Multi)] string[]? property, string? tags, string? orderBy, CancellationToken cancellationToken);

    [Get(Base + "/dataSets/{id}")]
    Task<Dictionary<string, Dataset>?> GetDatasetAsync(string id, CancellationToken cancellationToken);

    [Post(Base + "/dataSets")]
    Task<IReadOnlyList<string>?> CreateDatasetAsync([Body] DatasetBody body, CancellationToken cancellationToken);

    [Patch(Base + "/dataSets/{id}")]
    [Headers("Content-Type: application/json-patch+json")]
    Task<IReadOnlyList<string>?> PatchDatasetAsync(string id, [Body] JsonPatchOperation[] body, CancellationToken cancellationToken);

    [Delete(Base + "/dataSets/{id}")]
    Task DeleteDatasetAsync(string id, CancellationToken cancellationToken);

    [Get(Base + "/batches")]
    Task<Dictionary<string, Batch>?> ListBatchesAsync(
        int limit, int start, [AliasAs("dataSet")] string? datasetId, string? status, string? externalId, long? createdAfter, long? createdBefore, string? orderBy,
        CancellationToken cancellationToken);

    [Get(Base + "/batches/{id}")]
    Task<Dictionary<string, Batch>?> GetBatchAsync(string id, CancellationToken cancellationToken);
}
