namespace Aep.Sdk.Schemas;

/// <summary>
/// Get-or-create where the service itself does not know what belongs together: look, create, look again. Of several that were created at
/// once the oldest stays, which all see alike; whoever made another removes his own.
/// </summary>
internal static class CreateOnce
{
    // Longer than the tick of the service's clock: what was created in the same tick as one's own is in the listing then, and all see the
    // same ones.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    // Where the service does not say when, only the ids order them: time for the others to have arrived, too.
    private static readonly TimeSpan Arrival = TimeSpan.FromMilliseconds(250);

    /// <exception cref="AepRequestException">The service refused, and nobody else has created it either.</exception>
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<IReadOnlyList<T>>> find,
        Func<CancellationToken, Task<T>> create,
        Func<string, CancellationToken, Task> delete,
        TimeProvider time,
        CancellationToken cancellationToken)
        where T : class
    {
        if (Oldest(await find(cancellationToken).ConfigureAwait(false)) is { } existing)
            return existing;
        T own;
        try
        {
            own = await create(cancellationToken).ConfigureAwait(false);
        }
        catch (AepRequestException refused) when (refused.Status is 0 or 400 or 409 or >= 500)
        {
            // It may have been applied before the answer was lost, or another process was quicker.
            if (Oldest(await find(cancellationToken).ConfigureAwait(false)) is { } other)
                return other;
            throw;
        }
        return await SettleAsync(own, find, delete, time, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<T> SettleAsync<T>(
        T own, Func<CancellationToken, Task<IReadOnlyList<T>>> find, Func<string, CancellationToken, Task> delete, TimeProvider time,
        CancellationToken cancellationToken)
        where T : class
    {
        await Task.Delay(CreatedAt(own) is null ? Arrival : Tick, time, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<T> all = await find(cancellationToken).ConfigureAwait(false);
        T oldest = Oldest(all.Any(one => IdOf(one) == IdOf(own)) ? all : [.. all, own])!;
        if (IdOf(oldest) == IdOf(own))
            return own;
        await delete(IdOf(own), cancellationToken).ConfigureAwait(false);
        return oldest;
    }

    private static T? Oldest<T>(IReadOnlyList<T> all)
        where T : class =>
            all.OrderBy(one => CreatedAt(one) ?? DateTimeOffset.MaxValue).ThenBy(IdOf, StringComparer.Ordinal).FirstOrDefault();

    private static DateTimeOffset? CreatedAt<T>(T one) => one switch
    {
        XdmResource resource => resource.Metadata?.CreatedAt,
        Descriptor descriptor => descriptor.CreatedAt,
        _ => null,
    };

    private static string IdOf<T>(T one) => one switch
    {
        XdmResource resource => resource.Id,
        Descriptor descriptor => descriptor.Id ?? "",
        _ => "",
    };
}
