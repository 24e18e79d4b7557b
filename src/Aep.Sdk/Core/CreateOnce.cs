namespace Aep.Sdk.Core;

/// <summary>
/// Get-or-create where the service itself does not know what belongs together: look, create, look again. Of several that were created at
/// once the oldest stays, which all see alike; whoever made another removes his own.
/// </summary>
/// <typeparam name="T">What is created.</typeparam>
internal sealed class CreateOnce<T>(TimeProvider time)
    where T : class
{
    // Longer than the tick of the service's clock: what was created in the same tick as one's own is in the listing then, and all see the
    // same ones.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    // Where the service does not say when, or does not show it yet, only the ids order them: time for the others to have arrived, too.
    private static readonly TimeSpan Arrival = TimeSpan.FromMilliseconds(250);

    /// <summary>All that could be meant.</summary>
    public required Func<CancellationToken, Task<IReadOnlyList<T>>> Find { get; init; }

    public required Func<CancellationToken, Task<T>> Create { get; init; }

    public required Func<string, CancellationToken, Task> Delete { get; init; }

    public required Func<T, string> Id { get; init; }

    /// <summary>When it was created, in milliseconds since 1970; null where it is not known.</summary>
    public required Func<T, long?> CreatedAt { get; init; }

    /// <exception cref="AepRequestException">The service refused, and nobody else has created it either.</exception>
    public async Task<T> RunAsync(CancellationToken cancellationToken)
    {
        if (OldestOf(await Find(cancellationToken).ConfigureAwait(false)) is { } existing)
            return existing;
        T own;
        try
        {
            own = await Create(cancellationToken).ConfigureAwait(false);
        }
        catch (AepRequestException refused) when (MayBeThere(refused))
        {
            if (OldestOf(await LookAgainAsync(Tick, cancellationToken).ConfigureAwait(false)) is { } other)
                return other;
            throw;
        }
        return await SettleAsync(own, cancellationToken).ConfigureAwait(false);
    }

    // It may have been applied before the answer was lost, or another process was quicker.
    private static bool MayBeThere(AepRequestException refused) =>
        refused.Status is 400 or 409 || (refused.IsTransient && refused is not AepThrottledException);

    private async Task<T> SettleAsync(T own, CancellationToken cancellationToken)
    {
        IReadOnlyList<T> all = await LookAgainAsync(Tick, cancellationToken).ConfigureAwait(false);
        if (CreatedAt(Listed(own, all) ?? own) is null)
            all = await LookAgainAsync(Arrival, cancellationToken).ConfigureAwait(false);
        T oldest = OldestOf(Listed(own, all) is null ? [.. all, own] : all)!;
        if (Id(oldest) == Id(own))
            return own;
        await Delete(Id(own), cancellationToken).ConfigureAwait(false);
        return oldest;
    }

    private T? Listed(T own, IReadOnlyList<T> all) => all.FirstOrDefault(one => Id(one) == Id(own));

    private async Task<IReadOnlyList<T>> LookAgainAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        return await Find(cancellationToken).ConfigureAwait(false);
    }

    private T? OldestOf(IReadOnlyList<T> all) => Oldest.Of(all, CreatedAt, Id);
}
