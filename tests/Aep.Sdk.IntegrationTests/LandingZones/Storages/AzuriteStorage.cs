using Aep.Sdk.LandingZones;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;

namespace Aep.Sdk.IntegrationTests.LandingZones.Storages;

/// <summary>A container of Azurite, Microsoft's own stand-in for Azure Blob Storage.</summary>
public sealed class AzuriteStorage : IStorage, IAsyncLifetime
{
    private const string Container = "dlz-user-container";

    private readonly AzuriteProcess? _azurite = AzuriteProcess.Find();
    private Uri? _sas;

    public string? Missing => _azurite is null ? AzuriteProcess.NotFound : null;

    public Uri Address => _azurite!.Address;

    public async Task InitializeAsync()
    {
        if (_azurite is null) return;
        await _azurite.StartAsync();
        var container = new BlobContainerClient(_azurite.ConnectionString, Container);
        await container.CreateAsync();
        _sas = container.GenerateSasUri(BlobContainerSasPermissions.All, DateTimeOffset.UtcNow.AddHours(1));
    }

    public Task DisposeAsync()
    {
        _azurite?.Dispose();
        return Task.CompletedTask;
    }

    public LandingZoneContainer Open(int? port = null) => Open(new UriBuilder(_sas!) { Port = port ?? Address.Port }.Uri.AbsoluteUri);

    public LandingZoneContainer OpenWrongly(string secret) =>
        Open(_sas!.AbsoluteUri.Replace("sig=", $"sig={secret}", StringComparison.Ordinal));

    private static LandingZoneContainer Open(string address) => LandingZoneContainer.Open(
        new LandingZoneCredentials
        {
            Type = LandingZoneType.UserDropZone,
            Azure = new AzureLandingZone
            {
                ContainerName = Container,
                SasToken = new Secret(new Uri(address).Query),
                SasUri = new Secret(address)
            },
        },
        new LandingZoneOptions { BlockSize = 5 * 1024 * 1024 });
}
