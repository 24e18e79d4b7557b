using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Gateway;

public sealed class GatewayTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string AnyService = "/data/foundation/nothing-here";

    [Theory]
    [InlineData("Authorization", 401, "403010")]
    [InlineData("x-api-key", 403, "403000")]
    [InlineData("x-gw-ims-org-id", 400, "400003")]
    [InlineData("x-sandbox-name", 400, "400003")]
    public async Task A_request_without_a_header_is_refused(string header, int status, string code)
    {
        using HttpClient client = fixture.CreateClient("dev");
        client.DefaultRequestHeaders.Remove(header);
        await AssertRefusedAsync(client, status, code);
    }

    [Theory]
    [InlineData("Authorization", "Bearer abc.def.ghi", 401, "401013")]
    [InlineData("x-api-key", "another", 403, "403003")]
    [InlineData("x-gw-ims-org-id", "another@AdobeOrg", 403, "403025")]
    [InlineData("x-sandbox-name", "another", 403, "403030")]
    public async Task A_request_with_a_wrong_header_is_refused(string header, string value, int status, string code)
    {
        using HttpClient client = fixture.CreateClient("dev");
        client.DefaultRequestHeaders.Remove(header);
        client.DefaultRequestHeaders.Add(header, value);
        await AssertRefusedAsync(client, status, code);
    }

    [Fact]
    public async Task A_token_that_was_changed_is_refused()
    {
        using HttpClient client = fixture.CreateClient("dev");
        string[] parts = fixture.Token.Split('.');
        client.DefaultRequestHeaders.Authorization = new("Bearer", $"{parts[0]}.{parts[1][..^2]}AA.{parts[2]}");
        await AssertRefusedAsync(client, 401, "401013");
    }

    [Fact]
    public async Task An_operation_that_is_not_supported_is_named()
    {
        using HttpResponseMessage response = await fixture.Client.GetAsync(AnyService);
        JsonObject? body = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Contains($"GET {AnyService}", (string?)body!["detail"]);
    }

    [Fact]
    public async Task The_request_id_comes_back()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, AnyService);
        request.Headers.Add("x-request-id", "the-id");
        using HttpResponseMessage response = await fixture.Client.SendAsync(request);
        Assert.Equal("the-id", Assert.Single(response.Headers.GetValues("x-request-id")));
    }

    private static async Task AssertRefusedAsync(HttpClient client, int status, string code)
    {
        using HttpResponseMessage response = await client.GetAsync(AnyService);
        JsonObject? body = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(code, (string?)body!["error_code"]);
    }
}
