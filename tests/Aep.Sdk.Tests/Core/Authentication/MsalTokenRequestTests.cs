using System.Net;
using System.Text;
using Aep.Sdk.Core.Authentication;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Core.Authentication;

public sealed class MsalTokenRequestTests
{
    // MSAL keeps what it has discovered, and back-offs, for the whole process: a client id for each test keeps them apart.
    private readonly string _clientId = $"client-{Guid.NewGuid():N}";
    private readonly Ims _ims = new();
    private readonly SkippingTime _time = new();

    [Fact]
    public async Task A_token_costs_one_request_with_the_credential_and_all_scopes_in_one()
    {
        AccessToken token = await RequestAsync(200, """{"access_token":"abc","token_type":"bearer","expires_in":86399}""");
        Assert.Equal("abc", token.Value.Reveal());
        Assert.InRange(token.ExpiresAt - _time.GetUtcNow(), TimeSpan.FromSeconds(86_300), TimeSpan.FromSeconds(86_400));
        (string url, string body) = Assert.Single(_ims.Requests);
        Assert.Equal("https://ims-na1.adobelogin.com/ims/token/v3", url.Split('?')[0]);
        string[] form = body.Split('&');
        Assert.Contains("grant_type=client_credentials", form);
        Assert.Contains($"client_id={_clientId}", form);
        Assert.Contains("client_secret=secret", form);
        Assert.Contains("scope=openid%2CAdobeID", form);
    }

    [Fact]
    public async Task A_life_in_milliseconds_is_recognised()
    {
        AccessToken token = await RequestAsync(200, """{"access_token":"abc","token_type":"bearer","expires_in":86399000}""");
        Assert.InRange(token.ExpiresAt - _time.GetUtcNow(), TimeSpan.FromSeconds(86_300), TimeSpan.FromSeconds(86_400));
    }

    [Fact]
    public async Task A_refusal_brings_what_ims_says_and_what_to_check()
    {
        var refused = await Assert.ThrowsAsync<AepAuthenticationException>(
            () => RequestAsync(400, """{"error":"invalid_client","error_description":"invalid client_secret parameter"}"""));
        Assert.Equal(("invalid_client", 400), (refused.ErrorCode, refused.Status));
        Assert.Contains("invalid client_secret parameter", refused.Message);
        Assert.Contains("Developer Console", refused.Message);
        Assert.DoesNotContain("aka.ms", refused.ToString());
        Assert.DoesNotContain("=secret", refused.ToString());
    }

    [Fact]
    public async Task An_answer_that_is_no_token_is_an_error_of_authentication() =>
        await Assert.ThrowsAsync<AepAuthenticationException>(() => RequestAsync(200, "<html>"));

    private async Task<AccessToken> RequestAsync(int status, string answer)
    {
        _ims.Answer = (status, answer);
        AepOptions options =
            TestOptions.For(new Uri("https://platform.adobe.io"), _time) with { ClientId = _clientId, Scopes = ["openid", "AdobeID"] };
        using var http = new HttpClient(new ImsDiscoveryHandler { InnerHandler = _ims });
        return await new MsalTokenRequest(options, http).SendAsync(CancellationToken.None);
    }

    private sealed class Ims : HttpMessageHandler
    {
        public (int Status, string Body) Answer { get; set; }

        public List<(string Url, string Body)> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(
                ($"{request.RequestUri}", request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
            return new HttpResponseMessage((HttpStatusCode)Answer.Status)
            {
                Content = new StringContent(Answer.Body, Encoding.UTF8, "application/json")
            };
        }
    }
}
