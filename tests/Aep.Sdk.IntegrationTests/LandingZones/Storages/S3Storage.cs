using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.LandingZones;

namespace Aep.Sdk.IntegrationTests.LandingZones.Storages;

/// <summary>The local platform's landing zone on Amazon S3.</summary>
public sealed class S3Storage : IStorage, IAsyncLifetime
{
    private readonly S3Platform _platform = new();
    private LandingZoneCredentials? _credentials;

    public Uri Address => _platform.Emulator.LandingZoneUrl;

    public async Task InitializeAsync()
    {
        await _platform.InitializeAsync();
        _credentials = await _platform.Aep.LandingZones.GetCredentialsAsync(LandingZoneType.UserDropZone);
    }

    public Task DisposeAsync() => _platform.DisposeAsync();

    public LandingZoneContainer Open(int? port = null) => LandingZoneContainer.Open(_credentials!, _platform.ZoneOptions(port));

    public LandingZoneContainer OpenWrongly(string secret) => LandingZoneContainer.Open(
        _credentials! with { Aws = _credentials.Aws! with { SecretAccessKey = new Secret(secret) } }, _platform.ZoneOptions());
}
