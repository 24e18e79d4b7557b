using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.LandingZones;

namespace Aep.Sdk.IntegrationTests.LandingZones.Storages;

/// <summary>The local platform's landing zone on Azure.</summary>
public sealed class AzureStorage : IStorage, IAsyncLifetime
{
    private readonly Platform _platform = new();
    private LandingZoneCredentials? _credentials;

    public Uri Address => _platform.Emulator.LandingZoneUrl;

    public async Task InitializeAsync()
    {
        await _platform.InitializeAsync();
        _credentials = await _platform.Aep.LandingZones.GetCredentialsAsync(LandingZoneType.UserDropZone);
    }

    public Task DisposeAsync() => _platform.DisposeAsync();

    public LandingZoneContainer Open(int? port = null) =>
        Open(new UriBuilder(_credentials!.Azure!.SasUri.Reveal()) { Port = port ?? Address.Port }.Uri.AbsoluteUri);

    public LandingZoneContainer OpenWrongly(string secret) =>
        Open(_credentials!.Azure!.SasUri.Reveal().Replace("sig=", $"sig={secret}", StringComparison.Ordinal));

    private LandingZoneContainer Open(string address) =>
        LandingZoneContainer.Open(
            _credentials! with { Azure = _credentials.Azure! with { SasUri = new Secret(address) } }, _platform.ZoneOptions());
}
