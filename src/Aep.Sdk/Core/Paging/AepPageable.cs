using System.Runtime.CompilerServices;

namespace Aep.Sdk;

/// <summary>A listing that fetches its pages as they are needed. Each enumeration starts anew.</summary>
public abstract class AepPageable<T> : IAsyncEnumerable<T>
{
    /// <summary>The pages, from a continuation token of an earlier page or from the beginning.</summary>
    /// <param name="continuationToken">Token of an earlier page, or null.</param>
    /// <param name="pageSize">How many items a page should hold, or null for the service's usual number.</param>
    public abstract IAsyncEnumerable<AepPage<T>> AsPagesAsync(string? continuationToken = null, int? pageSize = null);

    /// <summary>A listing of given pages, to put in the place of a real one in tests.</summary>
    public static AepPageable<T> FromPages(IEnumerable<AepPage<T>> pages) => new FixedPageable([.. pages]);

    /// <inheritdoc/>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (AepPage<T> page in AsPagesAsync().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (T item in page.Items)
                yield return item;
        }
    }

    private sealed class FixedPageable(IReadOnlyList<AepPage<T>> pages) : AepPageable<T>
    {
        public override async IAsyncEnumerable<AepPage<T>> AsPagesAsync(string? continuationToken = null, int? pageSize = null)
        {
            await Task.CompletedTask.ConfigureAwait(false);
            foreach (AepPage<T> page in pages)
                yield return page;
        }
    }
}
