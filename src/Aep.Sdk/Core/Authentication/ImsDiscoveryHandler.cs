using System.Net;
using System.Text;

namespace Aep.Sdk.Core.Authentication;

/// <summary>
/// Answers OpenID discovery for Adobe's two known hosts without asking them: what it would say is known, and a round trip is saved.
/// </summary>
internal sealed class ImsDiscoveryHandler : DelegatingHandler
{
    private const string Path = "/ims/.well-known/openid-configuration";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { AbsolutePath: Path } uri || !AepHosts.IsAdobeIms(uri.Host))
            return base.SendAsync(request, cancellationToken);
        string root = $"https://{uri.Host}";
        string document =
            $$"""
            {"issuer":"{{root}}","authorization_endpoint":"{{root}}/ims/authorize/v2","token_endpoint":"{{root}}/ims/token/v3",
            "jwks_uri":"{{root}}/ims/keys"}
            """;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent(document, Encoding.UTF8, "application/json"),
        });
    }
}
