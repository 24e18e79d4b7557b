namespace Aep.Sdk.LandingZones.Transfer;

/// <summary>The storage under credentials that are renewed before they end, and once more when it refuses them nevertheless.</summary>
internal sealed class StoreAccess : IDisposable
{
    private static readonly TimeSpan YoungestToRenew = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly List<ILandingZoneStore> _stores = [];
    private readonly Func<LandingZoneCredentials, ILandingZoneStore> _open;
    private readonly Func<CancellationToken, Task<LandingZoneCredentials>>? _renew;
    private readonly LandingZoneOptions _options;
    private volatile Current _current;

    public StoreAccess(
        LandingZoneCredentials credentials, Func<LandingZoneCredentials, ILandingZoneStore> open, Func<CancellationToken,
        Task<LandingZoneCredentials>>? renew,
        LandingZoneOptions options)
    {
        (_open, _renew, _options) = (open, renew, options);
        _current = Open(credentials);
    }

    public LandingZoneCredentials Credentials => _current.Credentials;

    public ChecksumKind Checksums => _current.Store.Checksums;

    public bool HasBrokenOff(Exception exception) => _current.Store.HasBrokenOff(exception);

    public async Task<T> UseAsync<T>(Func<ILandingZoneStore, Task<T>> action, CancellationToken cancellationToken)
    {
        Current current = await CurrentAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await action(current.Store).ConfigureAwait(false);
        }
        catch (AepPermissionException) when (_renew is not null && Now - current.Since > YoungestToRenew)
        {
            current = await RenewAsync(current, cancellationToken).ConfigureAwait(false);
            return await action(current.Store).ConfigureAwait(false);
        }
    }

    public Task UseAsync(Func<ILandingZoneStore, Task> action, CancellationToken cancellationToken) => UseAsync(
        async store =>
        {
            await action(store).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    public void Dispose()
    {
        foreach (ILandingZoneStore store in _stores) store.Dispose();
        _gate.Dispose();
    }

    private DateTimeOffset Now => _options.TimeProvider.GetUtcNow();

    private async Task<Current> CurrentAsync(CancellationToken cancellationToken)
    {
        Current current = _current;
        bool ends = CredentialsEnd.Of(current.Credentials) is { } end && Now + _options.RenewBefore >= end;
        return ends && _renew is not null ? await RenewAsync(current, cancellationToken).ConfigureAwait(false) : current;
    }

    private async Task<Current> RenewAsync(Current old, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Others that waited here take what the first has fetched.
            if (ReferenceEquals(_current, old)) _current = Open(await _renew!(cancellationToken).ConfigureAwait(false));
            return _current;
        }
        finally
        {
            _gate.Release();
        }
    }

    // Earlier ones stay open: transfers may still use them.
    private Current Open(LandingZoneCredentials credentials)
    {
        ILandingZoneStore store = _open(credentials);
        _stores.Add(store);
        return new Current(credentials, store, Now);
    }

    private sealed record Current(LandingZoneCredentials Credentials, ILandingZoneStore Store, DateTimeOffset Since);
}
