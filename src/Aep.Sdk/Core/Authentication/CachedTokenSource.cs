namespace Aep.Sdk.Core.Authentication;

/// <summary>Keeps a token while it is valid; any number of callers that need a new one share a single request.</summary>
internal sealed class CachedTokenSource(Func<CancellationToken, Task<AccessToken>> request, TimeProvider time) : ITokenSource
{
    /// <summary>A token is renewed this long before it ends, so that it does not end on its way.</summary>
    public static readonly TimeSpan RenewalMargin = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private AccessToken? _current;
    private Task<AccessToken>? _pending;

    public async ValueTask<AccessToken> GetTokenAsync(AccessToken? rejected, CancellationToken cancellationToken)
    {
        Task<AccessToken> pending;
        lock (_gate)
        {
            if (_current is { } token && token != rejected && token.ExpiresAt - RenewalMargin > time.GetUtcNow())
                return token;
            // The shared request must not end because one of its callers gives up.
            pending = _pending ??= Task.Run(() => RenewAsync(CancellationToken.None), CancellationToken.None);
        }
        return await pending.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<AccessToken> RenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            AccessToken token = await request(cancellationToken).ConfigureAwait(false);
            lock (_gate)
                _current = token;
            return token;
        }
        finally
        {
            lock (_gate)
                _pending = null;
        }
    }
}
