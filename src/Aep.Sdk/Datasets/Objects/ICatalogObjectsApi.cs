using System.Text.Json;
using Aep.Sdk.Core.Pipeline;
using Refit;

namespace Aep.Sdk.Datasets;

/// <summary>Catalog Service beyond datasets and batches: objects of any kind, views, tags, requests that go together.</summary>
internal interface ICatalogObjectsApi
{
    private const string Base = "/data/foundation/catalog";

    [Get(Base + "/{objectType}")]
    [OutsideSpec("Experience League: catalog, list objects")]
    Task<Dictionary<string, CatalogObject>?> ListAsync(
        string objectType, int limit, int start, [Query(CollectionFormat.Multi)] string[]? property, string? orderBy,
        CancellationToken cancellationToken);

    [Get(Base + "/{objectType}/{ids}")]
    [OutsideSpec("Experience League: catalog, look up multiple objects")]
    Task<Dictionary<string, CatalogObject>?> GetAsync(string objectType, string ids, CancellationToken cancellationToken);

    [Get(Base + "/dataSets/{datasetId}/views")]
    [OutsideSpec("aepp's getDataSetViews")]
    Task<Dictionary<string, CatalogObject>?> ListViewsAsync(string datasetId, int limit, int start, CancellationToken cancellationToken);

    [Get(Base + "/dataSets/{datasetId}/views/{viewId}")]
    [OutsideSpec("aepp's getDataSetView")]
    Task<Dictionary<string, CatalogObject>?> GetViewAsync(string datasetId, string viewId, CancellationToken cancellationToken);

    [Get(Base + "/dataSets/{datasetId}/views/{viewId}/files")]
    [OutsideSpec("Experience League: catalog, view interrelated objects")]
    Task<Dictionary<string, DatasetViewFile>?> ListViewFilesAsync(
        string datasetId, string viewId, int limit, int start, CancellationToken cancellationToken);

    [Get(Base + "/tags/{tagNamespace}")]
    Task<TagValues?> GetTagValuesAsync(string tagNamespace, CancellationToken cancellationToken);

    [Get(Base + "/")]
    Task<Dictionary<string, JsonElement>?> GetResourcesAsync(
        int? limit, int? start, string? orderBy, [Query(CollectionFormat.Multi)] string[]? property, string? properties,
        CancellationToken cancellationToken);

    [Post(Base + "/")]
    Task<IReadOnlyList<JsonElement>?> SendAsync([Body] CatalogRequest[] body, CancellationToken cancellationToken);

    [Get(Base + "/dataSets/{id}/credentials")]
    Task<DatasetCredentials?> GetCredentialsAsync(string id, string? batchId, CancellationToken cancellationToken);
}
