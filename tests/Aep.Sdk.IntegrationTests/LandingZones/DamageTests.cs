using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.LandingZones;

namespace Aep.Sdk.IntegrationTests.LandingZones;

/// <summary>
/// Content that changes on its way is noticed by its checksum: on the way there by the storage, on the way back by the client.
/// </summary>
public abstract class DamageTests : IDisposable
{
    private const int Block = 5 * 1024 * 1024;

    private readonly Platform _platform;
    private readonly DamagingProxy _proxy;
    private readonly string _path = $"{Guid.NewGuid():N}/file";

    protected DamageTests(Platform platform) =>
        (_platform, _proxy) = (platform, new DamagingProxy(platform.Emulator.LandingZoneUrl));

    public void Dispose()
    {
        _proxy.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(50_000)] // one request
    [InlineData(Block + 50_000)] // two blocks, of which the first is damaged
    public async Task An_upload_that_is_damaged_leaves_no_file(int length)
    {
        using LandingZoneContainer zone = await OpenAsync();
        _proxy.Left = int.MaxValue;

        await Assert.ThrowsAnyAsync<AepException>(() => zone.UploadAsync(_path, Content(length)));

        Assert.True(_proxy.Left < int.MaxValue);
        Assert.Empty(await zone.ListAsync(_path).ToListAsync());

        _proxy.Left = 0;
        await zone.UploadAsync(_path, Content(length));
        await AssertWholeAsync(zone, length);
    }

    [Theory]
    [InlineData(50_000)]
    [InlineData(Block + 50_000)] // written in blocks, read as a whole
    public async Task A_download_that_is_damaged_is_an_error_and_no_file(int length)
    {
        using LandingZoneContainer zone = await OpenAsync();
        await zone.UploadAsync(_path, Content(length));
        string local = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        _proxy.Left = 1;

        var error = await Assert.ThrowsAsync<AepException>(() => zone.DownloadFileAsync(_path, local));

        Assert.Contains("checksum", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(local) + "*"));
        _proxy.Left = 1;
        await Assert.ThrowsAsync<AepException>(() => zone.DownloadAsync(_path, new MemoryStream()));
        _proxy.Left = 1;
        await using (Stream stored = await zone.OpenReadAsync(_path))
        {
            // The last bytes are not given away: also who reads no further than these learns of it.
            await Assert.ThrowsAsync<AepException>(async () => await stored.ReadExactlyAsync(new byte[length]));
            await Assert.ThrowsAsync<AepException>(async () => await stored.ReadExactlyAsync(new byte[1]));
        }
        Assert.Equal(0, _proxy.Left);
        await AssertWholeAsync(zone, length);
    }

    private async Task AssertWholeAsync(LandingZoneContainer zone, int length)
    {
        using var back = new MemoryStream();
        await zone.DownloadAsync(_path, back);
        Assert.True(Content(length).ToArray().AsSpan().SequenceEqual(back.ToArray()));
    }

    private static MemoryStream Content(int length)
    {
        byte[] content = new byte[length];
        content.AsSpan().Fill((byte)'Z');
        return new MemoryStream(content);
    }

    // Without TLS: a proxy cannot change what is encrypted.
    private async Task<LandingZoneContainer> OpenAsync()
    {
        LandingZoneCredentials credentials = await _platform.Aep.LandingZones.GetCredentialsAsync(LandingZoneType.UserDropZone);
        var address = new UriBuilder("http", "127.0.0.1", _proxy.Port);
        LandingZoneOptions options = _platform.ZoneOptions();
        if (credentials.Azure is not { } azure) return LandingZoneContainer.Open(credentials, options with { S3Endpoint = address.Uri });
        var sas = new UriBuilder(azure.SasUri.Reveal()) { Scheme = address.Scheme, Port = address.Port };
        return LandingZoneContainer.Open(credentials with { Azure = azure with { SasUri = new Secret(sas.Uri.AbsoluteUri) } }, options);
    }
}

public sealed class AzureDamageTests(Platform platform) : DamageTests(platform), IClassFixture<Platform>;

public sealed class S3DamageTests(S3Platform platform) : DamageTests(platform), IClassFixture<S3Platform>;
