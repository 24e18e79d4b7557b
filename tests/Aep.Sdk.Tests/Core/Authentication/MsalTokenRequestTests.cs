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

    [Theory]
    [InlineData("""{"access_token":"abc","token_type":"bearer"}""")]
    [InlineData("""{"token_type":"bearer","expires_in":86399}""")]
    [InlineData("""{"access_token":"","token_type":"bearer","expires_in":86399}""")]
    [InlineData("""{"access_token":"abc","token_type":"bearer","expires_in":0}""")]
    [InlineData("""{"access_token":"abc","token_type":"bearer","expires_in":"soon"}""")]
    [InlineData("null")]
    public async Task An_answer_without_a_usable_token_is_an_error_of_authentication(string answer) =>
        await Assert.ThrowsAsync<AepAuthenticationException>(() => RequestAsync(200, answer));

    [Theory]
    [InlineData(503, "<html>down</html>")]
    [InlineData(429, """{"error":"too_many_requests","error_description":"slow down"}""")]
    public async Task That_ims_is_not_well_does_not_speak_of_the_credential(int status, string answer)
    {
        var error = await Assert.ThrowsAsync<AepAuthenticationException>(() => RequestAsync(status, answer));
        Assert.Equal((status, true), (error.Status, error.IsTransient));
        Assert.DoesNotContain("Check client id", error.Message);
    }

    [Fact]
    public async Task That_ims_cannot_be_reached_is_said_so()
    {
        _ims.Fault = new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused (ims:443)");
        var error = await Assert.ThrowsAsync<AepAuthenticationException>(() => RequestAsync(200, "{}"));
        Assert.Equal((0, true), (error.Status, error.IsTransient));
        Assert.Contains("could not be reached", error.Message);
        Assert.Contains("Connection refused (ims:443)", error.Message);
        Assert.DoesNotContain("Check client id", error.Message);
    }

    // Hosts that are not Adobe's are asked for their discovery first; MSAL wraps what goes wrong there.
    [Fact]
    public async Task That_the_certificate_of_ims_is_not_trusted_is_said_so()
    {
        _ims.Fault = new HttpRequestException(HttpRequestError.SecureConnectionError, "The SSL connection could not be established.",
            new System.Security.Authentication.AuthenticationException("The remote certificate is invalid: UntrustedRoot"));
        var error = await Assert.ThrowsAsync<AepAuthenticationException>(() => RequestAsync(200, "{}", "https://ims.local"));
        Assert.Contains("could not be reached", error.Message);
        Assert.Contains("UntrustedRoot", error.Message);
        Assert.Contains("TrustedCertificateFile", error.Message);
        Assert.DoesNotContain("Check client id", error.Message);
    }

    [Fact]
    public async Task That_ims_does_not_answer_in_time_is_no_cancellation()
    {
        _ims.Fault = new TaskCanceledException("timeout", new TimeoutException());
        var error = await Assert.ThrowsAsync<AepAuthenticationException>(() => RequestAsync(200, "{}"));
        Assert.True(error.IsTransient);
    }

    private async Task<AccessToken> RequestAsync(int status, string answer, string ims = "https://ims-na1.adobelogin.com")
    {
        _ims.Answer = (status, answer);
        AepOptions options =
            TestOptions.For(new Uri("https://platform.adobe.io"), _time) with
            {
                ClientId = _clientId,
                ImsEndpoint = new Uri(ims),
                Scopes = ["openid", "AdobeID"],
            };
        using var http = new HttpClient(new ImsDiscoveryHandler { InnerHandler = _ims });
        return await new MsalTokenRequest(options, http).SendAsync(CancellationToken.None);
    }

    private sealed class Ims : HttpMessageHandler
    {
        public (int Status, string Body) Answer { get; set; }

        public Exception? Fault { get; set; }

        public List<(string Url, string Body)> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(
                ($"{request.RequestUri}", request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
            if (Fault is not null)
                throw Fault;
            return new HttpResponseMessage((HttpStatusCode)Answer.Status)
            {
                Content = new StringContent(Answer.Body, Encoding.UTF8, "application/json")
            };
        }
    }
}
