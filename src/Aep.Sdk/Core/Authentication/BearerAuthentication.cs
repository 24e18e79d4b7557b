using System.Net.Http.Headers;

namespace Aep.Sdk.Core.Authentication;

/// <summary>Gives requests the token, and renews one that was refused.</summary>
internal sealed class BearerAuthentication(ITokenSource tokens)
{
    private const string Header = "Authorization", Scheme = "Bearer";

    private Credentials? _last;

    /// <exception cref="AepAuthenticationException">There is no token: a request without one is never sent.</exception>
    public async ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        AccessToken token = await tokens.GetTokenAsync(null, cancellationToken).ConfigureAwait(false);
        request.Headers.Remove(Header); // of an attempt before
        request.Headers.TryAddWithoutValidation(Header, CredentialsOf(token).Text);
    }

    /// <summary>Renews the token that the request carried, unless another call has done so meanwhile.</summary>
    /// <exception cref="AepAuthenticationException">There is no new one.</exception>
    public async Task RenewAsync(HttpRequestMessage refused, CancellationToken cancellationToken)
    {
        AccessToken current = await tokens.GetTokenAsync(null, cancellationToken).ConfigureAwait(false);
        if (current.Value.Reveal() == refused.Headers.Authorization?.Parameter)
            await tokens.GetTokenAsync(current, cancellationToken).ConfigureAwait(false);
    }

    // A token is a thousand characters and more: its text is made once, not at every call.
    private Credentials CredentialsOf(AccessToken token)
    {
        Credentials? last = _last;
        if (last is null || !ReferenceEquals(last.Token, token))
            _last = last = new Credentials(token);
        return last;
    }

    private sealed class Credentials(AccessToken token)
    {
        public AccessToken Token => token;

        public string Text { get; } = new AuthenticationHeaderValue(Scheme, token.Value.Reveal()).ToString();
    }
}
