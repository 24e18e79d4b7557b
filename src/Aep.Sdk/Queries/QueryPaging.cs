using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Queries;

/// <summary>How Query Service pages: the link to the next page has the time of its first item or, for alerts, the page's number.</summary>
internal static class QueryPaging
{
    private const int PageSize = 50;

    /// <summary>Fetches a page: selection's order, size, where it starts.</summary>
    public delegate Task<TPage?> Fetch<TPage>(string order, int size, string? start, CancellationToken cancellationToken);

    public static AepPageable<T> ByTime<TPage, T>(
        QuerySelection? selection, string operation, Fetch<TPage> fetch, Func<TPage, IReadOnlyList<T>> items,
        Func<TPage, QueryPageLinks?> links)
        where TPage : class => By("start", selection, operation, fetch, items, links);

    public static AepPageable<T> ByNumber<TPage, T>(
        QuerySelection? selection, string operation, Fetch<TPage> fetch, Func<TPage, IReadOnlyList<T>> items,
        Func<TPage, QueryPageLinks?> links)
        where TPage : class => By("page", selection, operation, fetch, items, links);

    private static AepPageable<T> By<TPage, T>(
        string parameter, QuerySelection? selection, string operation,
        Fetch<TPage> fetch, Func<TPage, IReadOnlyList<T>> items, Func<TPage, QueryPageLinks?> links)
        where TPage : class => Pageable.ByToken<T>(async (start, size, cancellationToken) =>
    {
        string order = (selection?.Order ?? QueryOrder.NewestFirst).ToString();
        TPage page = (await fetch(order, size ?? PageSize, start, cancellationToken).ConfigureAwait(false)).Required(operation);
        return new AepPage<T>(items(page), LinkQuery.Value(links(page)?.NextAddress, parameter));
    });
}
