using System.Globalization;

namespace Aep.Sdk.Core.Paging;

/// <summary>The ways in which AEP's services page.</summary>
internal static class Pageable
{
    /// <summary>The service names the next page: a token, or the value to start from.</summary>
    public static AepPageable<T> ByToken<T>(Func<string?, int?, CancellationToken, Task<AepPage<T>>> fetch) => new TokenPaging<T>(fetch);

    /// <summary>The service gives everything on one page.</summary>
    public static AepPageable<T> OnOnePage<T>(Func<CancellationToken, Task<IReadOnlyList<T>>> fetch) =>
        new TokenPaging<T>(async (_, _, cancellationToken) => new AepPage<T>(await fetch(cancellationToken).ConfigureAwait(false), null));

    /// <summary>
    /// By zero-based offset; the service does not say when it is over, so a page that is not full is the last. A service may give fewer
    /// than were asked for, but not fewer than its usual number: a page of that size is never taken for the last.
    /// </summary>
    public static AepPageable<T> ByOffset<T>(int defaultSize, Func<int, int, CancellationToken, Task<IReadOnlyList<T>>> fetch) =>
        new TokenPaging<T>(async (token, size, cancellationToken) =>
        {
            int offset = Number(token) ?? 0, limit = size ?? defaultSize;
            IReadOnlyList<T> items = await fetch(offset, limit, cancellationToken).ConfigureAwait(false);
            return new AepPage<T>(items, items.Count < Math.Min(limit, defaultSize) ? null : Text(offset + items.Count));
        });

    /// <summary>By page number; the service says how many pages there are.</summary>
    public static AepPageable<T> ByPageNumber<T>(
        int firstPage, int defaultSize, Func<int, int, CancellationToken, Task<(IReadOnlyList<T> Items, int TotalPages)>> fetch) =>
        new TokenPaging<T>(async (token, size, cancellationToken) =>
        {
            int page = Number(token) ?? firstPage;
            (IReadOnlyList<T> items, int total) = await fetch(page, size ?? defaultSize, cancellationToken).ConfigureAwait(false);
            return new AepPage<T>(items, page - firstPage + 1 < total ? Text(page + 1) : null);
        });

    private static int? Number(string? token) => token is null ? null : int.Parse(token, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
