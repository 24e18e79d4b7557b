using System.Net;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;

namespace Aep.Sdk.Emulator.Tests.BlobStorage;

/// <summary>Tokens of the account, and what both kinds of tokens say of place and protocol, made by Azure's own client.</summary>
public sealed class AccountSasTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private EmulatorFixture _fixture = null!;
    private StorageSharedKeyCredential _key = null!;

    public async Task InitializeAsync()
    {
        _fixture = await EmulatorFixture.StartAsync(new AepEmulatorOptions { DataFolder = _folder.Path });
        JsonObject credentials = await new LandingZoneClient(_fixture).CredentialsAsync(LandingZoneClient.DropZone);
        string name = (string)credentials["storageAccountName"]!;
        _key = new StorageSharedKeyCredential(name, await File.ReadAllTextAsync(Path.Combine(_folder.Path, $"{name}.key")));
    }

    public async Task DisposeAsync()
    {
        await _fixture.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_token_of_the_account_opens_its_containers_and_blobs()
    {
        BlobContainerClient container = Open(Account());
        Assert.True((await container.ExistsAsync()).Value);
        Assert.NotEqual(default, (await container.GetPropertiesAsync()).Value.ETag);
        BlobClient blob = container.GetBlobClient("folder/ü.txt");
        await blob.UploadAsync(new BinaryData("content"));
        Assert.Equal("content", (await blob.DownloadContentAsync()).Value.Content.ToString());
        Assert.Equal("folder/ü.txt", (await container.GetBlobsAsync().SingleAsync()).Name);
        Assert.True((await blob.DeleteIfExistsAsync()).Value);
        Assert.Empty(await Open(Account(), BlobStore.DestinationContainer).GetBlobsAsync().ToListAsync());
    }

    public static TheoryData<string, AccountSasServices, AccountSasResourceTypes, AccountSasPermissions> Narrow => new()
    {
        { "AuthorizationServiceMismatch", AccountSasServices.Queues, AccountSasResourceTypes.All, AccountSasPermissions.All },
        { "AuthorizationResourceTypeMismatch", AccountSasServices.Blobs, AccountSasResourceTypes.Container, AccountSasPermissions.All },
        { "AuthorizationPermissionMismatch", AccountSasServices.Blobs, AccountSasResourceTypes.All, AccountSasPermissions.Write },
    };

    [Theory]
    [MemberData(nameof(Narrow))]
    public async Task A_token_for_something_else_is_refused(
        string code, AccountSasServices services, AccountSasResourceTypes types, AccountSasPermissions permissions)
    {
        var token = new AccountSasBuilder(permissions, DateTimeOffset.UtcNow.AddMinutes(5), services, types);
        await AssertRefusedAsync(code, token);
    }

    [Fact]
    public async Task A_list_needs_the_type_of_containers()
    {
        BlobContainerClient container = Open(Account(types: AccountSasResourceTypes.Object));
        await AssertAsync("AuthorizationResourceTypeMismatch", () => container.GetBlobsAsync().ToListAsync().AsTask());
    }

    [Fact]
    public async Task A_token_is_good_for_its_time_place_and_protocol_only()
    {
        AccountSasBuilder ended = Account(), later = Account(), elsewhere = Account(), secure = Account(), here = Account();
        ended.ExpiresOn = DateTimeOffset.UtcNow.AddSeconds(-1);
        later.StartsOn = DateTimeOffset.UtcNow.AddMinutes(1);
        elsewhere.IPRange = new SasIPRange(IPAddress.Parse("10.0.0.1"), IPAddress.Parse("10.0.0.9"));
        secure.Protocol = SasProtocol.Https;
        here.IPRange = new SasIPRange(IPAddress.Parse("127.0.0.0"), IPAddress.Parse("127.0.0.9"));
        await AssertRefusedAsync("AuthenticationFailed", ended);
        await AssertRefusedAsync("AuthenticationFailed", later);
        await AssertRefusedAsync("AuthorizationSourceIPMismatch", elsewhere);
        await AssertRefusedAsync("AuthorizationProtocolMismatch", secure);
        await AssertRefusedAsync("BlobNotFound", here);
    }

    [Fact]
    public async Task A_token_that_another_key_signed_or_that_was_changed_is_refused()
    {
        var other = new StorageSharedKeyCredential(_key.AccountName, Convert.ToBase64String(new byte[64]));
        string token = Account().ToSasQueryParameters(_key).ToString();
        await AssertAsync("AuthenticationFailed", () => ReadAsync(Open(Account().ToSasQueryParameters(other).ToString())));
        await AssertAsync("AuthenticationFailed", () => ReadAsync(Open(token.Replace("srt=sco", "srt=so", StringComparison.Ordinal))));
        await AssertAsync("BlobNotFound", () => ReadAsync(Open(token)));
    }

    [Fact]
    public async Task Who_may_only_create_does_not_replace()
    {
        BlobClient blob = Open(Account(AccountSasPermissions.Create | AccountSasPermissions.Read)).GetBlobClient("created");
        await blob.UploadAsync(new BinaryData("first"), overwrite: true);
        await AssertAsync("AuthorizationPermissionMismatch", () => blob.UploadAsync(new BinaryData("second"), overwrite: true));
        Assert.Equal("first", (await blob.DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task A_token_of_a_container_has_its_place_and_protocol_too()
    {
        string Token(Action<BlobSasBuilder> change)
        {
            var builder = new BlobSasBuilder(BlobContainerSasPermissions.All, DateTimeOffset.UtcNow.AddMinutes(5))
            {
                BlobContainerName = BlobStore.UserContainer,
                Resource = "c",
            };
            change(builder);
            return builder.ToSasQueryParameters(_key).ToString();
        }

        await AssertAsync("AuthorizationProtocolMismatch", () => ReadAsync(Open(Token(token => token.Protocol = SasProtocol.Https))));
        await AssertAsync("AuthorizationSourceIPMismatch", () => ReadAsync(Open(Token(
            token => token.IPRange = new SasIPRange(IPAddress.Parse("10.0.0.1"))))));
        await AssertAsync("BlobNotFound", () => ReadAsync(Open(Token(_ => { }))));
    }

    private static AccountSasBuilder Account(
        AccountSasPermissions permissions = AccountSasPermissions.All, AccountSasResourceTypes types = AccountSasResourceTypes.All) =>
        new(permissions, DateTimeOffset.UtcNow.AddMinutes(5), AccountSasServices.Blobs, types);

    private BlobContainerClient Open(AccountSasBuilder token, string container = BlobStore.UserContainer) =>
        Open(token.ToSasQueryParameters(_key).ToString(), container);

    private BlobContainerClient Open(string token, string container = BlobStore.UserContainer) =>
        new(new Uri(_fixture.Emulator.LandingZoneUrl, $"/{_key.AccountName}/{container}?{token}"));

    private Task AssertRefusedAsync(string code, AccountSasBuilder token) => AssertAsync(code, () => ReadAsync(Open(token)));

    private static Task ReadAsync(BlobContainerClient container) => container.GetBlobClient("none").DownloadContentAsync();

    private static async Task AssertAsync(string code, Func<Task> call) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RequestFailedException>(call)).ErrorCode);
}
