using System.Net;
using System.Net.Http.Headers;

namespace Aep.Sdk.Core.Authentication;

/// <summary>Adds the token. A 401 renews it once and repeats the request once.</summary>
internal sealed class AuthenticationHandler(ITokenSource tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        AccessToken token = await tokens.GetTokenAsync(null, cancellationToken).ConfigureAwait(false);
        HttpResponseMessage response = await SendAsync(request, token, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return response;
        // Also for a body that cannot be sent again: the next call must not meet the same refusal.
        token = await tokens.GetTokenAsync(token, cancellationToken).ConfigureAwait(false);
        if (request.Content is { } content && !ReplayableContent.Is(content))
            return response;
        response.Dispose();
        return await SendAsync(request, token, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, AccessToken token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value.Reveal());
        return base.SendAsync(request, cancellationToken);
    }
}
