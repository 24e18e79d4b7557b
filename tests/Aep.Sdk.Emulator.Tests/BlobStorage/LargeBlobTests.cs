using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Aep.Sdk.Emulator.Tests.BlobStorage;

/// <summary>A blob of more bytes than 31 bits count: a file that is mostly a hole takes no place.</summary>
public sealed class LargeBlobTests : IAsyncLifetime
{
    private const long Length = 5L << 30;

    private readonly TemporaryFolder _folder = new();
    private EmulatorFixture _fixture = null!;

    public async Task InitializeAsync() =>
        _fixture = await EmulatorFixture.StartAsync(new AepEmulatorOptions { DataFolder = _folder.Path });

    public async Task DisposeAsync()
    {
        await _fixture.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Blobs_of_gigabytes_are_listed_and_read_by_range()
    {
        var zone = new LandingZoneClient(_fixture);
        BlobContainerClient container = await zone.OpenAsync(LandingZoneClient.DropZone);
        string account = (string)(await zone.CredentialsAsync(LandingZoneClient.DropZone))["storageAccountName"]!;
        string place = Path.Combine(_folder.Path, "landing-zone", account, BlobStore.UserContainer);
        Directory.CreateDirectory(place);
        await using (FileStream file = File.Create(Path.Combine(place, "large.bin")))
        {
            file.SetLength(Length);
            file.Position = Length - 3;
            file.Write("end"u8);
        }

        BlockBlobClient blob = container.GetBlockBlobClient("large.bin");
        Assert.Equal(Length, (await blob.GetPropertiesAsync()).Value.ContentLength);
        Assert.Equal(Length, Assert.Single(await container.GetBlobsAsync().ToListAsync()).Properties.ContentLength);
        BlobDownloadResult end = await blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(Length - 5) });
        Assert.Equal("\0\0end", end.Content.ToString());
        Assert.Equal($"bytes {Length - 5}-{Length - 1}/{Length}", end.Details.ContentRange);
    }
}
