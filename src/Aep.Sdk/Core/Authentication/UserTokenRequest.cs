using Aep.Sdk.Core.Configuration;

namespace Aep.Sdk.Core.Authentication;

/// <summary>Asks the user's own source; what goes wrong there, and a token that cannot be used, is an error of authentication.</summary>
internal sealed class UserTokenRequest(IAepTokenSource source, TimeProvider time)
{
    public async Task<AccessToken> SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Usable(await source.GetTokenAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is not AepException)
        {
            // Also a cancellation: callers cannot cancel a request that they share, so the source has run out of its own time.
            throw AepAuthenticationException.FromSource(exception.Message, exception);
        }
    }

    // Interfaces of users keep no promise of non-null.
    private AccessToken Usable(AccessToken? token)
    {
        // A token that was read from a file brings its line end.
        string value = token?.Value?.Reveal().Trim() ?? "";
        if (value.Length == 0)
            throw AepAuthenticationException.FromSource("It gave no token.");
        if (!AepOptionsFaults.FitsHeader(value))
            throw AepAuthenticationException.FromSource("It gave a token with characters that no token has.");
        if (token!.ExpiresAt <= time.GetUtcNow())
            throw AepAuthenticationException.FromSource($"It gave a token that ended at {token.ExpiresAt.UtcDateTime:u}.");
        return token with { Value = new Secret(value) };
    }
}
