using Aep.Sdk.Core.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aep.Sdk.Core.Authentication;

/// <summary>
/// Keeps a token while it is valid; any number of callers that need a new one share a single request. A token that ends soon is renewed in
/// the background while it still serves, so that no caller waits.
/// </summary>
internal sealed class CachedTokenSource(Func<CancellationToken, Task<AccessToken>> request, TimeProvider time, ILogger? logger = null)
    : ITokenSource
{
    /// <summary>This long before its end a token serves no more, so that it does not end on its way. A tenth of a short life.</summary>
    public static readonly TimeSpan RenewalMargin = TimeSpan.FromMinutes(5);

    /// <summary>This long before its end a token is renewed in the background. A fifth of a short life.</summary>
    public static readonly TimeSpan RenewalAhead = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    private readonly ILogger _log = logger ?? NullLogger.Instance;
    private readonly Lock _gate = new();
    private AccessToken? _current;
    private Task<AccessToken>? _pending;
    private DateTimeOffset _renewFrom, _servesUntil;

    public async ValueTask<AccessToken> GetTokenAsync(AccessToken? rejected, CancellationToken cancellationToken)
    {
        Task<AccessToken> pending;
        lock (_gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            if (_current is { } token && token != rejected && now < _servesUntil)
            {
                if (now >= _renewFrom && _pending is null)
                    RenewAhead(now);
                return token;
            }
            pending = Renew();
        }
        return await pending.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    // The shared request must not end because one of its callers gives up.
    private Task<AccessToken> Renew() => _pending ??= Task.Run(RequestAsync, CancellationToken.None);

    private void RenewAhead(DateTimeOffset now)
    {
        _renewFrom = now + PauseAfterFailure;
        Renew().ContinueWith(
            failed => _log.TokenRenewalFailed(failed.Exception!.GetBaseException().Message),
            CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    private async Task<AccessToken> RequestAsync()
    {
        try
        {
            AccessToken token = await request(CancellationToken.None).ConfigureAwait(false);
            AepDiagnostics.TokenRenewals.Add(1);
            _log.TokenRenewed(token.ExpiresAt);
            lock (_gate)
                Keep(token);
            return token;
        }
        finally
        {
            lock (_gate)
                _pending = null;
        }
    }

    private void Keep(AccessToken token)
    {
        TimeSpan life = token.ExpiresAt - time.GetUtcNow();
        _current = token;
        _servesUntil = token.ExpiresAt - Shorter(RenewalMargin, life / 10);
        _renewFrom = token.ExpiresAt - Shorter(RenewalAhead, life / 5);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
