using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Ims;

public sealed class TokenTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task The_right_credential_gets_a_bearer_token_for_a_day()
    {
        using var client = new HttpClient();
        using HttpResponseMessage response =
            await fixture.RequestTokenAsync(client, fixture.Emulator.ClientId, fixture.Emulator.ClientSecret);
        JsonObject? body = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal("bearer", (string?)body!["token_type"]);
        Assert.Equal(86399, (int?)body["expires_in"]);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_with_the_error_of_the_oauth_standard()
    {
        using var client = new HttpClient();
        using HttpResponseMessage response = await fixture.RequestTokenAsync(client, fixture.Emulator.ClientId, "wrong");
        JsonObject? body = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("invalid_client", (string?)body!["error"]);
        Assert.DoesNotContain(fixture.Emulator.ClientSecret, body.ToJsonString());
    }

    [Fact]
    public async Task Https_answers_on_the_same_port_with_the_published_certificate()
    {
        using HttpClient trusting = Trusting(fixture.Emulator.CertificateFile);
        JsonObject? discovery = await trusting.GetFromJsonAsync<JsonObject>(
            new Uri(fixture.Emulator.SecureImsUrl, "/ims/.well-known/openid-configuration"));
        Assert.Equal(fixture.Emulator.SecureImsUrl.OriginalString, (string?)discovery!["issuer"]);
        Assert.StartsWith("https://", (string?)discovery["token_endpoint"]);
    }

    [Fact]
    public async Task A_client_that_does_not_know_the_certificate_refuses_it()
    {
        using var client = new HttpClient();
        HttpRequestException exception =
            await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(fixture.Emulator.SecureImsUrl));
        Assert.Equal(HttpRequestError.SecureConnectionError, exception.HttpRequestError);
    }

    private static HttpClient Trusting(string pemFile)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(pemFile);
        return new HttpClient(
            new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy } });
    }
}
