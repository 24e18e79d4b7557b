using System.Net;
using System.Net.Http.Headers;

namespace Aep.Sdk.Core.Authentication;

/// <summary>Adds the token and the headers that every AEP service asks for. A 401 renews the token once and repeats the request once.</summary>
internal sealed class AuthenticationHandler(ITokenSource tokens, AepOptions options) : DelegatingHandler
{
    public const string SandboxHeader = "x-sandbox-name";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        AddContext(request.Headers);
        AccessToken token = await tokens.GetTokenAsync(null, cancellationToken).ConfigureAwait(false);
        HttpResponseMessage response = await SendAsync(request, token, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || request.Content is { } content && !ReplayableContent.Is(content))
            return response;
        response.Dispose();
        token = await tokens.GetTokenAsync(token, cancellationToken).ConfigureAwait(false);
        return await SendAsync(request, token, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, AccessToken token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value.Reveal());
        return base.SendAsync(request, cancellationToken);
    }

    private void AddContext(HttpRequestHeaders headers)
    {
        Set(headers, "x-api-key", options.ClientId);
        Set(headers, "x-gw-ims-org-id", options.OrgId);
        if (!headers.Contains(SandboxHeader))
            headers.Add(SandboxHeader, options.SandboxName);
    }

    // A retry passes here again: the header must not be there twice.
    private static void Set(HttpRequestHeaders headers, string name, string value)
    {
        headers.Remove(name);
        headers.Add(name, value);
    }
}
