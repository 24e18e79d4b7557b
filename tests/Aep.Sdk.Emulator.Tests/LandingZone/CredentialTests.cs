using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;
using Azure;
using Azure.Storage.Blobs;

namespace Aep.Sdk.Emulator.Tests.LandingZone;

public sealed class CredentialTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly LandingZoneClient _landingZone = new(fixture);

    [Theory]
    [InlineData(LandingZoneClient.Destination, "dlz-destination")]
    [InlineData(LandingZoneClient.DropZone, "dlz-user-container")]
    public async Task Credentials_open_their_container(string type, string container)
    {
        JsonObject credentials = await _landingZone.CredentialsAsync(type);
        Assert.Equal(container, (string?)credentials["containerName"]);
        var uri = new Uri((string)credentials["SASUri"]!);
        Assert.Equal($"/{credentials["storageAccountName"]}/{container}", uri.AbsolutePath);
        Assert.Equal($"?{credentials["SASToken"]}", uri.Query);
        Assert.True(DateOnly.Parse((string)credentials["expiryDate"]!, null) > DateOnly.FromDateTime(DateTime.UtcNow));
        Assert.Equal(container, (string?)(await _landingZone.SendAsync($"?type={type}")).Body["containerName"]);

        BlobClient blob = (await _landingZone.OpenAsync(type)).GetBlobClient("hello.txt");
        await blob.UploadAsync(new BinaryData("hello"), overwrite: true);
        Assert.Equal("hello", (await blob.DownloadContentAsync()).Value.Content.ToString());
        await blob.DeleteAsync();
    }

    [Fact]
    public async Task Without_a_type_the_credentials_are_those_of_the_drop_zone() =>
        Assert.Equal("dlz-user-container", (string?)(await _landingZone.SendAsync("/credentials")).Body["containerName"]);

    [Theory]
    [InlineData("/credentials?type=another")]
    [InlineData("?type=another")]
    public async Task An_unknown_type_is_refused(string path)
    {
        (int status, JsonObject body) = await _landingZone.SendAsync(path);
        Assert.Equal(400, status);
        Assert.Contains("another", (string?)body["message"]);
    }

    [Fact]
    public async Task Every_sandbox_has_an_account_of_its_own()
    {
        using HttpClient prod = fixture.CreateClient("prod");
        JsonObject other =
            await prod.CallAsync(200, HttpMethod.Get, "/data/foundation/connectors/landingzone/credentials?type=user_drop_zone");
        JsonObject own = await _landingZone.CredentialsAsync(LandingZoneClient.DropZone);
        Assert.NotEqual((string?)own["storageAccountName"], (string?)other["storageAccountName"]);

        string mixed = ((string)other["SASUri"]!).Replace((string)other["storageAccountName"]!, (string)own["storageAccountName"]!);
        await AssertForbiddenAsync(mixed);
    }

    [Theory]
    [InlineData(LandingZoneClient.Destination)]
    [InlineData(LandingZoneClient.DropZone)]
    public async Task A_token_with_any_field_changed_is_refused(string type)
    {
        string uri = (string)(await _landingZone.CredentialsAsync(type))["SASUri"]!;
        string[] fields = uri[(uri.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&');
        Assert.Contains(fields, field => field.StartsWith("sig=", StringComparison.Ordinal));
        foreach (string field in fields)
            await AssertForbiddenAsync(uri.Replace(field, Change(field)));
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        string uri = (string)(await _landingZone.CredentialsAsync(LandingZoneClient.DropZone))["SASUri"]!;
        await AssertForbiddenAsync(string.Join('&', uri.Split('&').Where(field => !field.StartsWith("sig=", StringComparison.Ordinal))));
        await AssertForbiddenAsync(uri[..uri.IndexOf('?', StringComparison.Ordinal)]);
    }

    [Theory]
    [InlineData(LandingZoneClient.Destination, "dlz-destination", "dlz-user-container")]
    [InlineData(LandingZoneClient.DropZone, "dlz-user-container", "dlz-destination")]
    public async Task A_token_does_not_open_the_other_container(string type, string own, string other)
    {
        string uri = (string)(await _landingZone.CredentialsAsync(type))["SASUri"]!;
        await AssertForbiddenAsync(uri.Replace(own, other));
    }

    [Fact]
    public async Task A_token_ends_with_its_seven_days()
    {
        var clock = new StoppedClock();
        EmulatorFixture own = await clock.StartAsync();
        try
        {
            BlobContainerClient container = await new LandingZoneClient(own).OpenAsync(LandingZoneClient.DropZone);
            clock.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(2));
            await container.GetBlobClient("a").UploadAsync(new BinaryData("a"));
            clock.Time.Advance(TimeSpan.FromSeconds(2));
            RequestFailedException refused =
                await Assert.ThrowsAsync<RequestFailedException>(() => container.GetBlobClient("a").DownloadContentAsync());
            Assert.Equal(403, refused.Status);
            Assert.Equal("AuthenticationFailed", refused.ErrorCode);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    // Another value of the same form: what is refused is the change, not the spelling.
    private static string Change(string field)
    {
        string[] parts = field.Split('=', 2);
        return parts[0] switch
        {
            "sv" => "sv=2023-11-03",
            "sr" => "sr=b",
            "sp" => "sp=racwdlx",
            "st" => "st=2020-01-01T00%3A00%3A00Z",
            "se" => "se=2099-01-01T00%3A00%3A00Z",
            "spr" => "spr=https",
            "sig" => $"sig={Uri.EscapeDataString(Convert.ToBase64String(SHA256.HashData([1])))}",
            _ => throw new InvalidOperationException($"The token has a new field {field}."),
        };
    }

    private static async Task AssertForbiddenAsync(string containerUri)
    {
        var uri = new UriBuilder(containerUri);
        uri.Path += "/x";
        using var client = new HttpClient();
        using HttpResponseMessage response = await client.GetAsync(uri.Uri);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("AuthenticationFailed", Assert.Single(response.Headers.GetValues("x-ms-error-code")));
    }
}
