using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Governance;

/// <summary>Listings of Policy Service: a page names the value that the next one starts from.</summary>
internal static class GovernancePaging
{
    private const int PageSize = 100;

    public static AepPageable<T> List<T>(string operation, Func<string?, int, CancellationToken, Task<GovernancePage<T>?>> fetch) =>
        Pageable.ByToken<T>(async (start, size, cancellationToken) =>
        {
            GovernancePage<T> page = (await fetch(start, size ?? PageSize, cancellationToken).ConfigureAwait(false)).Required(operation);
            return new AepPage<T>(page.Children, page.NextStart(start));
        });
}
