using Aep.Sdk.LandingZones;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.LandingZones;

public sealed class LandingZonesClientTests : IDisposable
{
    private const string Path = "/data/foundation/connectors/landingzone/credentials";

    private readonly Wire _wire = new();
    private readonly LandingZonesClient _zones;

    public LandingZonesClientTests() => _zones = new LandingZonesClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task AzureCredentialsAreTypedAndDoNotPrint()
    {
        _wire.On(
            "GET", Path,
            """
            {"containerName":"dlz-user-container","SASToken":"sig=hidden","storageAccountName":"acc",
             "SASUri":"https://acc.blob.core.windows.net/dlz-user-container?sig=hidden","expiryDate":"2026-03-08"}
            """);

        LandingZoneCredentials credentials = await _zones.GetCredentialsAsync(LandingZoneType.UserDropZone);

        Assert.Equal("user_drop_zone", Wire.Query(_wire.Requests[0], "type"));
        Assert.Equal(("dlz-user-container", "sig=hidden"), (credentials.Root, credentials.Azure!.SasToken.Reveal()));
        Assert.Equal(new DateTimeOffset(2026, 3, 8, 0, 0, 0, TimeSpan.Zero), credentials.ExpiresAt);
        Assert.DoesNotContain("hidden", credentials.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AwsCredentialsAreTypedAndDoNotPrint()
    {
        _wire.On(
            "GET", Path,
            """
            {"dlzProvider":"Amazon S3","credentials":{"awsAccessKeyId":"hidden1","awsSecretAccessKey":"hidden2",
             "awsSessionToken":"hidden3"},"dlzPath":{"bucketName":"b","dlzFolder":"dlz-destination/"},"expiryTime":1772352000}
            """);

        LandingZoneCredentials credentials = await _zones.GetCredentialsAsync(LandingZoneType.Destination);

        Assert.Equal("dlz_destination", Wire.Query(_wire.Requests[0], "type"));
        Assert.Equal(("dlz-destination", "hidden2"), (credentials.Root, credentials.Aws!.SecretAccessKey.Reveal()));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), credentials.ExpiresAt);
        Assert.DoesNotContain("hidden", credentials.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherShapeAndARefusalAreErrors()
    {
        _wire.On("GET", Path, """{"containerName":"c"}""", (403, "{}"));
        await Assert.ThrowsAsync<AepException>(() => _zones.GetCredentialsAsync(LandingZoneType.Destination));
        await Assert.ThrowsAsync<AepPermissionException>(() => _zones.GetCredentialsAsync(LandingZoneType.Destination));
    }
}
