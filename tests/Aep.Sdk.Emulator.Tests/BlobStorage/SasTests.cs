using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.BlobStorage;

/// <summary>Tokens that the key of the account has signed, each wrong in one way; the answers are Azure's.</summary>
public sealed class SasTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new();
    private EmulatorFixture _fixture = null!;
    private StorageAccount _account = null!;

    public async Task InitializeAsync()
    {
        _fixture = await EmulatorFixture.StartAsync(new AepEmulatorOptions { DataFolder = _folder.Path });
        JsonObject credentials = await new LandingZoneClient(_fixture).CredentialsAsync(LandingZoneClient.DropZone);
        string name = (string)credentials["storageAccountName"]!;
        _account = new StorageAccount(name,
            Convert.FromBase64String(await File.ReadAllTextAsync(Path.Combine(_folder.Path, $"{name}.key"))));
    }

    public async Task DisposeAsync()
    {
        await _fixture.DisposeAsync();
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_token_with_all_permissions_lets_in()
    {
        string token = Token("racwdl");
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(HttpMethod.Put, "x", token)).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, "x", token)).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(HttpMethod.Delete, "x", token)).Status);
    }

    [Theory]
    [InlineData("GET", "r", "AuthorizationPermissionMismatch")]
    [InlineData("PUT", "w", "AuthorizationPermissionMismatch")]
    [InlineData("DELETE", "d", "AuthorizationPermissionMismatch")]
    public async Task A_token_lets_do_what_its_permissions_say_only(string method, string permission, string code)
    {
        string others = "racwdl".Replace(permission, "", StringComparison.Ordinal);
        await AssertRefusedAsync(new HttpMethod(method), Token(permission == "w" ? "rdl" : others), code);
    }

    [Fact]
    public async Task A_token_is_good_from_its_start_to_its_end()
    {
        await AssertRefusedAsync(HttpMethod.Get, Token("racwdl", start: TimeSpan.FromMinutes(-10), end: TimeSpan.FromSeconds(-1)),
            "AuthenticationFailed", "expiry");
        await AssertRefusedAsync(HttpMethod.Get, Token("racwdl", start: TimeSpan.FromMinutes(10), end: TimeSpan.FromMinutes(20)),
            "AuthenticationFailed", "start");
    }

    [Fact]
    public async Task A_token_of_another_key_or_container_is_refused()
    {
        var other = new StorageAccount(_account.Name, new byte[64]);
        await AssertRefusedAsync(HttpMethod.Get, Token("racwdl", account: other), "AuthenticationFailed", "Signature did not match");
        await AssertRefusedAsync(HttpMethod.Get, Token("racwdl", container: BlobStore.DestinationContainer), "AuthenticationFailed",
            "Signature did not match");
        await AssertRefusedAsync(HttpMethod.Get, Token("racwdl").Replace("sr=c", "sr=s", StringComparison.Ordinal),
            "AuthenticationFailed", "signed resource");
    }

    private string Token(
        string permissions, StorageAccount? account = null, string container = BlobStore.UserContainer, TimeSpan? start = null,
        TimeSpan? end = null)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return ServiceSas.ForContainer(account ?? _account, container, permissions, now + (start ?? TimeSpan.FromMinutes(-1)),
            now + (end ?? TimeSpan.FromMinutes(5)));
    }

    private async Task AssertRefusedAsync(HttpMethod method, string token, string code, string says = "")
    {
        (HttpStatusCode status, string body) = await SendAsync(method, "refused", token);
        Assert.Equal(HttpStatusCode.Forbidden, status);
        XElement error = XDocument.Parse(body.TrimStart('\uFEFF')).Root!;
        Assert.Equal(("Error", code), (error.Name.LocalName, (string?)error.Element("Code")));
        Assert.Contains(says, (string?)error.Element("Message"), StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpMethod method, string name, string token)
    {
        var address = new Uri(_fixture.Emulator.LandingZoneUrl, $"/{_account.Name}/{BlobStore.UserContainer}/{name}?{token}");
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Add("x-ms-version", "2022-11-02");
        if (method == HttpMethod.Put)
        {
            request.Headers.Add("x-ms-blob-type", "BlockBlob");
            request.Content = new StringContent("content");
        }
        using HttpResponseMessage response = await _client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
