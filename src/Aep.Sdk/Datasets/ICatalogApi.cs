using Aep.Sdk.Core.Pipeline;
using Refit;

namespace Aep.Sdk.Datasets;

/// <summary>Catalog Service (/data/foundation/catalog).</summary>
internal interface ICatalogApi
{
    private const string Base = "/data/foundation/catalog";
    private const string ValidateOnly = "Pragma: validate-only";

    [Get(Base + "/dataSets")]
    Task<Dictionary<string, Dataset>?> ListDatasetsAsync(
        int limit, int start, string? name, [Query(CollectionFormat.Multi)] string[]? property, string? tags, string? orderBy,
        CancellationToken cancellationToken);

    [Get(Base + "/dataSets/{id}")]
    Task<Dictionary<string, Dataset>?> GetDatasetAsync(string id, CancellationToken cancellationToken);

    [Post(Base + "/dataSets")]
    Task<IReadOnlyList<string>?> CreateDatasetAsync([Body] DatasetBody body, CancellationToken cancellationToken);

    [Post(Base + "/dataSets")]
    [Headers(ValidateOnly)]
    Task ValidateDatasetAsync([Body] DatasetBody body, CancellationToken cancellationToken);

    [Put(Base + "/dataSets/{id}")]
    [Headers(ValidateOnly)]
    Task ValidateDatasetAsync(string id, [Body] DatasetBody body, CancellationToken cancellationToken);

    [Put(Base + "/dataSets/{id}")]
    Task<IReadOnlyList<string>?> ReplaceDatasetAsync(
        string id, [Header("If-Match")] string? version, [Body] DatasetBody body, CancellationToken cancellationToken);

    // The specification has it answer with a reference, pages of Adobe with the dataset: neither is read.
    [Patch(Base + "/v2/dataSets/{id}")]
    Task MergeDatasetAsync(
        string id, [Header("If-Match")] string? version, [Body] DatasetChanges body, CancellationToken cancellationToken);

    [Get(Base + "/ttl/{id}")]
    [OutsideSpec("Experience League: catalog, manage Experience Event dataset retention")]
    Task<RetentionDocument?> GetRetentionLimitsAsync(string id, CancellationToken cancellationToken);

    [Patch(Base + "/dataSets/{id}")]
    [Headers("Content-Type: application/json-patch+json")]
    Task<IReadOnlyList<string>?> PatchDatasetAsync(string id, [Body] JsonPatchOperation[] body, CancellationToken cancellationToken);

    [Delete(Base + "/dataSets/{id}")]
    Task DeleteDatasetAsync(string id, CancellationToken cancellationToken);

    [Get(Base + "/batches")]
    Task<Dictionary<string, Batch>?> ListBatchesAsync(
        int limit, int start, [AliasAs("dataSet")] string? datasetId, string? status, string? externalId, long? createdAfter,
        long? createdBefore, long? startAfter, long? startBefore, long? endAfter, long? endBefore, string? tags,
        [Query(CollectionFormat.Multi)] string[]? property, string? orderBy, CancellationToken cancellationToken);

    [Get(Base + "/batches/uniques/{field}")]
    Task<IReadOnlyList<string>?> ListUniqueValuesAsync(
        string field, int limit, int start, [AliasAs("dataSet")] string? datasetId, string? status, string? externalId, long? createdAfter,
        long? createdBefore, long? startAfter, long? startBefore, long? endAfter, long? endBefore,
        [Query(CollectionFormat.Multi)] string[]? property, CancellationToken cancellationToken);

    [Get(Base + "/lastBatches")]
    Task<Dictionary<string, LastBatches>?> ListLastBatchesAsync(
        int limit, int start, string? dataSetId, string? lastBatchStatus, string? orderBy, CancellationToken cancellationToken);

    [Get(Base + "/batches/{id}")]
    Task<Dictionary<string, Batch>?> GetBatchAsync(string id, bool? aggregate, CancellationToken cancellationToken);

    [Post(Base + "/batches")]
    Task<IReadOnlyList<string>?> CreateBatchAsync([Body] BatchRecord body, CancellationToken cancellationToken);

    [Post(Base + "/batches/{id}")]
    Task<IReadOnlyList<string>?> CreateBatchAsync(string id, [Body] BatchRecord body, CancellationToken cancellationToken);

    [Post(Base + "/batches")]
    [Headers(ValidateOnly)]
    Task ValidateBatchAsync([Body] BatchRecord body, CancellationToken cancellationToken);

    [Put(Base + "/batches/{id}")]
    [Headers(ValidateOnly)]
    Task ValidateBatchAsync(string id, [Body] BatchRecord body, CancellationToken cancellationToken);

    [Put(Base + "/batches/{id}")]
    Task<IReadOnlyList<string>?> ReplaceBatchAsync(
        string id, [Header("If-Match")] string? version, [Body] BatchRecord body, CancellationToken cancellationToken);

    [Patch(Base + "/batches/{id}")]
    Task<IReadOnlyList<string>?> PatchBatchAsync(string id, [Body] BatchRecord body, CancellationToken cancellationToken);

    [Delete(Base + "/batches/{id}")]
    Task DeleteBatchAsync(string id, CancellationToken cancellationToken);
}
