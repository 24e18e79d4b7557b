using System.Runtime.CompilerServices;

namespace Aep.Sdk.Core.Paging;

/// <summary>
/// Pages that name the next one. What the token is (an opaque string, an offset, a page number, part of a link) is the business of the
/// function that fetches a page; a token that has been seen before would never end, so it is an error.
/// </summary>
internal sealed class TokenPaging<T>(Func<string?, int?, CancellationToken, Task<AepPage<T>>> fetch) : AepPageable<T>
{
    public override IAsyncEnumerable<AepPage<T>> AsPagesAsync(string? continuationToken = null, int? pageSize = null) =>
        PagesAsync(continuationToken, pageSize);

    private async IAsyncEnumerable<AepPage<T>> PagesAsync(
        string? token, int? pageSize, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        do
        {
            AepPage<T> page = await fetch(token, pageSize, cancellationToken).ConfigureAwait(false);
            yield return page;
            token = page.ContinuationToken;
            if (token is not null && !seen.Add(token))
                throw new AepException(
                    $"The listing repeats itself: the service has named the page '{token}' twice. It was stopped after {seen.Count} "
                        + "pages.");
        }
        while (token is not null);
    }
}
