using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Tests.Support;

/// <summary>
/// A fresh platform and a client with all headers that AEP asks for. Use as <c>IClassFixture</c> or with <see cref="StartAsync"/>.
/// </summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    public AepEmulator Emulator { get; private set; } = null!;

    /// <summary>A client that AEP accepts: token, API key, organisation, sandbox.</summary>
    public HttpClient Client { get; private set; } = null!;

    public string Token { get; private set; } = "";

    public static async Task<EmulatorFixture> StartAsync(AepEmulatorOptions? options = null)
    {
        var fixture = new EmulatorFixture();
        await fixture.InitializeAsync(options);
        return fixture;
    }

    public Task InitializeAsync() => InitializeAsync(null);

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }

    /// <summary>Another client, for another sandbox for example.</summary>
    public HttpClient CreateClient(string sandbox)
    {
        var client = new HttpClient { BaseAddress = Emulator.PlatformUrl };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        client.DefaultRequestHeaders.Add("x-api-key", Emulator.ClientId);
        client.DefaultRequestHeaders.Add("x-gw-ims-org-id", Emulator.OrgId);
        client.DefaultRequestHeaders.Add("x-sandbox-name", sandbox);
        return client;
    }

    public async Task<HttpResponseMessage> RequestTokenAsync(HttpClient client, string clientId, string secret)
    {
        var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_secret"] = secret,
            ["scope"] = "openid,AdobeID,read_organizations",
        });
        return await client.PostAsync(new Uri(Emulator.ImsUrl, "/ims/token/v3"), form);
    }

    private async Task InitializeAsync(AepEmulatorOptions? options)
    {
        Emulator = await AepEmulator.StartAsync(options ?? new AepEmulatorOptions { ProcessingTime = TimeSpan.FromMilliseconds(10) });
        await LogInAsync();
    }

    /// <summary>Gets a new token, after a day of the platform's clock for example. <see cref="Client"/> is a new one then.</summary>
    public async Task LogInAsync()
    {
        using var anonymous = new HttpClient();
        using HttpResponseMessage response = await RequestTokenAsync(anonymous, Emulator.ClientId, Emulator.ClientSecret);
        response.EnsureSuccessStatusCode();
        Token = (string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!;
        Client?.Dispose();
        Client = CreateClient(Emulator.SandboxName);
    }
}
