using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Sandboxes;

/// <summary>Lists of the sandbox tooling: by page number, and a page says whether there is another.</summary>
internal static class ToolingPaging
{
    private const int PageSize = 50;

    public static AepPageable<T> List<T>(string operation, Func<int, int, CancellationToken, Task<ToolingPage<T>?>> fetch) =>
        Pageable.ByPageNumber<T>(0, PageSize, async (page, size, cancellationToken) =>
        {
            ToolingPage<T> found = (await fetch(page, size, cancellationToken).ConfigureAwait(false)).Required(operation);
            return (found.Data, found.HasNextPage ? page + 2 : page + 1);
        });
}
