using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Datasets;

/// <summary>The catalog beyond datasets and batches: objects of any kind, views and their files, tags, several requests in one.</summary>
public class CatalogObjectsClient
{
    private const int PageSize = 100;
    private const int IdsInOneRequest = 50; // 24 digits each: the address stays short enough for every proxy
    private readonly ICatalogObjectsApi _api;

    internal CatalogObjectsClient(ICatalogObjectsApi api) => _api = api;

    /// <summary>For substitutes in tests.</summary>
    protected CatalogObjectsClient() => _api = null!;

    /// <summary>The objects of a kind, oldest first. GET /{type}.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="filters">Conditions that must all hold.</param>
    public virtual AepPageable<CatalogObject> ListAsync(CatalogObjectType type, params IReadOnlyList<CatalogFilter> filters)
    {
        string[]? conditions = CatalogFilter.Conditions(filters);
        return Pages((offset, limit, cancellationToken) =>
            _api.ListAsync(type.Value, limit, offset, conditions, "asc:created", cancellationToken), $"GET /{type}");
    }

    /// <summary>
    /// Several objects of a kind by their ids, in the order that the catalog gives them; those that are not there are left out. GET
    /// /{type}/{ids}.
    /// </summary>
    /// <param name="type">The kind.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual async Task<IReadOnlyList<CatalogObject>> GetAsync(
        CatalogObjectType type, IEnumerable<string> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var found = new List<CatalogObject>();
        foreach (string[] some in ids.Distinct(StringComparer.Ordinal).Chunk(IdsInOneRequest))
        {
            Dictionary<string, CatalogObject>? answer =
                await _api.GetAsync(type.Value, string.Join(',', some), cancellationToken).ConfigureAwait(false);
            found.AddRange(WithIds(answer.Required($"GET /{type}/{{ids}}")));
        }
        return found;
    }

    /// <summary>The views of a dataset. GET /dataSets/{id}/views. Not documented by Adobe; the Python package aepp asks for it.</summary>
    [Experimental("AEP0001")]
    public virtual AepPageable<CatalogObject> ListViewsAsync(string datasetId) => Pages(
        (offset, limit, cancellationToken) => _api.ListViewsAsync(datasetId, limit, offset, cancellationToken), "GET /dataSets/{id}/views");

    /// <summary>
    /// A view of a dataset. GET /dataSets/{id}/views/{viewId}. Not documented by Adobe; the Python package aepp asks for it.
    /// </summary>
    /// <exception cref="AepNotFoundException">There is no such dataset or view.</exception>
    [Experimental("AEP0001")]
    public virtual async Task<CatalogObject> GetViewAsync(string datasetId, string viewId, CancellationToken cancellationToken = default)
    {
        Dictionary<string, CatalogObject>? answer = await _api.GetViewAsync(datasetId, viewId, cancellationToken).ConfigureAwait(false);
        return WithIds(answer.Required("GET /dataSets/{id}/views/{viewId}")).FirstOrDefault(view => view.Id == viewId)
            ?? throw new AepException($"GET /dataSets/{datasetId}/views/{viewId} answered without that view.");
    }

    /// <summary>The files of a dataset, of all its batches. GET /dataSets/{id}/views/{viewId}/files.</summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="viewId">Its view, see <see cref="Dataset.ViewId"/>.</param>
    public virtual AepPageable<DatasetViewFile> ListViewFilesAsync(string datasetId, string viewId) =>
        Pageable.ByOffset(PageSize, async (offset, limit, cancellationToken) =>
        {
            Dictionary<string, DatasetViewFile>? page = await _api
                .ListViewFilesAsync(datasetId, viewId, Math.Min(limit, PageSize), offset, cancellationToken).ConfigureAwait(false);
            return (IReadOnlyList<DatasetViewFile>)[.. page.Required("GET /dataSets/{id}/views/{viewId}/files").Values];
        });

    /// <summary>
    /// The values of a tag and the objects that carry it. Adobe has marked this operation as deprecated. GET /tags/{tagNamespace}.
    /// </summary>
    /// <param name="tag">The tag, as <c>adobe/pqs/table</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<TagValues> GetTagValuesAsync(string tag, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        return (await _api.GetTagValuesAsync(tag, cancellationToken).ConfigureAwait(false)).Required("GET /tags/{tagNamespace}");
    }

    /// <summary>
    /// The requests that were sent together (<see cref="SendAsync"/>), with the resources that they were about. Adobe has marked this
    /// operation as deprecated. GET /.
    /// </summary>
    /// <param name="query">Which of them; null for the first ones.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyDictionary<string, JsonElement>> GetResourcesAsync(
        CatalogResourceQuery? query = null, CancellationToken cancellationToken = default)
    {
        CatalogResourceQuery asked = query ?? new CatalogResourceQuery();
        Dictionary<string, JsonElement>? answer = await _api.GetResourcesAsync(
            asked.Limit, asked.Start, asked.OrderBy, CatalogFilter.Conditions(asked.Filters), asked.PropertiesText, cancellationToken)
            .ConfigureAwait(false);
        return answer.Required("GET /");
    }

    /// <summary>
    /// Several requests in one, done in order. When one that changes something fails, the changes of all are taken back. Each answer has a
    /// status of its own. Adobe has marked this operation as deprecated. POST /.
    /// </summary>
    /// <exception cref="AepRequestException">The catalog has refused all of it.</exception>
    public virtual async Task<IReadOnlyList<CatalogAnswer>> SendAsync(
        IReadOnlyList<CatalogRequest> requests, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        if (requests.FirstOrDefault(request => !request.Resource.StartsWith('/')) is { } wrong)
            throw new ArgumentException($"The resource '{wrong.Resource}' of the request '{wrong.Id}' does not begin with a slash.",
                nameof(requests));
        IReadOnlyList<JsonElement>? answers = await _api.SendAsync([.. requests], cancellationToken).ConfigureAwait(false);
        return [.. answers.Required("POST /").Select(CatalogAnswer.Read)];
    }

    /// <summary>
    /// Where a dataset lies, and the access to it. Adobe has marked this operation as deprecated. GET /dataSets/{id}/credentials.
    /// </summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="batchId">The batch that is to be written, for its stage path; or null.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepPermissionException">The organisation has no access to the storage.</exception>
    public virtual async Task<DatasetCredentials> GetCredentialsAsync(
        string datasetId, string? batchId = null, CancellationToken cancellationToken = default) =>
        (await _api.GetCredentialsAsync(datasetId, batchId, cancellationToken).ConfigureAwait(false))
            .Required("GET /dataSets/{id}/credentials");

    private static AepPageable<CatalogObject> Pages(
        Func<int, int, CancellationToken, Task<Dictionary<string, CatalogObject>?>> fetch, string operation) =>
        Pageable.ByOffset(PageSize, async (offset, limit, cancellationToken) =>
        {
            Dictionary<string, CatalogObject>? page =
                await fetch(offset, Math.Min(limit, PageSize), cancellationToken).ConfigureAwait(false);
            return WithIds(page.Required(operation));
        });

    private static IReadOnlyList<CatalogObject> WithIds(Dictionary<string, CatalogObject> objects) =>
        [.. objects.Select(entry => entry.Value with { Id = entry.Key })];
}
