using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Queries;

/// <summary>How Query Service pages: by the time of the next page's first item, in the link to it.</summary>
internal static class QueryPaging
{
    private const int PageSize = 50;

    public static AepPageable<QueryTemplate> Templates(IQueriesApi api) => Pageable.ByToken<QueryTemplate>(async (start, size, cancellationToken) =>
    {
        QueryTemplatePage page = (await api.ListTemplatesAsync("-created", size ?? PageSize, start, cancellationToken).ConfigureAwait(false))
            .Required("GET /query-templates");
        return new AepPage<QueryTemplate>(page.Templates, LinkQuery.Value(page.Links?.Next?.Href, "start"));
    });
}
