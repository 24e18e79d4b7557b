using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Flows;

/// <summary>How Flow Service pages: by a continuation token in the link to the next page.</summary>
internal static class FlowPaging
{
    public static AepPageable<T> List<T>(ListPage<T> list, FlowFilter? filter = null) =>
        List((size, token, cancellationToken) => list(filter?.Conditions, filter?.Order, size, token, cancellationToken));

    public static AepPageable<T> List<T>(Func<int?, string?, CancellationToken, Task<ItemsPage<T>?>> fetch) =>
        Pageable.ByToken<T>(async (token, size, cancellationToken) =>
        {
            ItemsPage<T> page = (await fetch(size, token, cancellationToken).ConfigureAwait(false)).Required("The listing");
            return new AepPage<T>(page.Items, LinkQuery.Value(page.Links?.Next?.Href, "continuationToken"));
        });

    /// <summary>The resource of an answer that holds one.</summary>
    /// <exception cref="AepNotFoundException">The answer is empty.</exception>
    public static T Single<T>(this ItemsPage<T> page, string path, string id) => page.Items is [T item, ..]
        ? item
        : throw new AepNotFoundException(
            new AepErrorDetails { Status = 404, Method = "GET", Uri = $"{path}/{id}", Detail = "The answer has no items." });
}
