using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Segmentation;

/// <summary>Full-text search for segments from elsewhere and their folders (Segmentation Service <c>/search</c>).</summary>
public class SegmentSearchClient
{
    private const string ProfileSchema = "_xdm.context.segmentdefinition";
    private const int PageSize = 50;
    private readonly ISegmentationApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected SegmentSearchClient() => _api = null!;

    internal SegmentSearchClient(ISegmentationApi api) => _api = api;

    /// <summary>How many objects match, by namespace. GET /search/namespaces.</summary>
    /// <param name="query">Search in Lucene's syntax, for example <c>name:test</c>; null for everything.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyList<SearchNamespaceCount>> CountByNamespaceAsync(
        string? query = null, CancellationToken cancellationToken = default) =>
        (await _api.SearchNamespacesAsync(ProfileSchema, query, cancellationToken).ConfigureAwait(false))
            .Required("GET /search/namespaces").Namespaces;

    /// <summary>The objects of a namespace that match, page by page. GET /search/entities.</summary>
    /// <param name="namespaceName">The namespace, for example <c>AAMSegments</c>.</param>
    /// <param name="query">Search in Lucene's syntax, for example <c>name:test</c>; null for everything.</param>
    /// <param name="folderId">Only the objects of this folder, or null.</param>
    public virtual AepPageable<SegmentSearchResult> SearchAsync(string namespaceName, string? query = null, string? folderId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(namespaceName);
        return Pageable.ByPageNumber<SegmentSearchResult>(0, PageSize, async (page, size, cancellationToken) =>
        {
            SearchEntities found = (await _api.SearchEntitiesAsync(ProfileSchema, namespaceName, query, folderId, page, size,
                cancellationToken).ConfigureAwait(false))
                .Required("GET /search/entities");
            return (found.Entities, found.Page?.TotalPages ?? 1);
        });
    }

    /// <summary>The folders above an object. GET /search/taxonomy.</summary>
    /// <param name="namespaceName">Its namespace.</param>
    /// <param name="entityId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyList<SegmentSearchResult>> GetTaxonomyAsync(
        string namespaceName, string entityId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(namespaceName);
        ArgumentException.ThrowIfNullOrEmpty(entityId);
        return (await _api.GetTaxonomyAsync(ProfileSchema, namespaceName, entityId, cancellationToken).ConfigureAwait(false))
            .Required("GET /search/taxonomy").Taxonomy;
    }
}
