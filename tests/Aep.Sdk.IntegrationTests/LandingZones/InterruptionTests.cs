using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.LandingZones;

namespace Aep.Sdk.IntegrationTests.LandingZones;

/// <summary>Connections that break anywhere in a transfer: a file is whole or absent, never half.</summary>
public sealed class InterruptionTests(Platform platform) : IClassFixture<Platform>, IDisposable
{
    private const int Runs = 50;
    private const int Length = 12 * 1024 * 1024; // three blocks, the last one short

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aep-interruption-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task AnUploadThatIsCutIsWholeOrAbsent()
    {
        byte[] content = Content(1);
        using LandingZoneContainer direct = await LandingZoneContainer.OpenAsync(platform.Aep, LandingZoneType.UserDropZone);
        using var proxy = new CuttingProxy(new Uri(direct.Credentials.Azure!.SasUri.Reveal()));
        using LandingZoneContainer cut = Through(proxy, direct.Credentials);
        int whole = 0, absent = 0;
        for (int run = 0; run < Runs; run++)
        {
            string path = $"cut/{run}.bin";
            await CutAsync(proxy, run, token => cut.UploadAsync(path, new MemoryStream(content), token));

            if (await ReadAsync(direct, path) is not { } stored)
            {
                absent++;
                continue;
            }

            Assert.Equal(content.Length, stored.Length);
            Assert.True(content.AsSpan().SequenceEqual(stored), $"run {run} holds other bytes");
            whole++;
            await direct.DeleteAsync(path);
        }

        Assert.True(whole > 0 && absent > 0, $"{whole} whole and {absent} absent: the cuts came too early or too late");
    }

    [Fact]
    public async Task ADownloadThatIsCutIsWholeOrAbsentAndGoesOn()
    {
        byte[] content = Content(2);
        using LandingZoneContainer direct = await LandingZoneContainer.OpenAsync(platform.Aep, LandingZoneType.UserDropZone);
        await direct.UploadAsync("whole.bin", new MemoryStream(content));
        using var proxy = new CuttingProxy(new Uri(direct.Credentials.Azure!.SasUri.Reveal()));
        using LandingZoneContainer cut = Through(proxy, direct.Credentials);
        int absent = 0;
        for (int run = 0; run < Runs; run++)
        {
            string local = Path.Combine(_folder.FullName, $"{run}.bin");
            await CutAsync(proxy, run, token => cut.DownloadFileAsync("whole.bin", local, token));
            if (!File.Exists(local))
            {
                absent++;
                await cut.DownloadFileAsync("whole.bin", local); // goes on with the part that is there
            }

            byte[] stored = await File.ReadAllBytesAsync(local);
            Assert.True(content.AsSpan().SequenceEqual(stored), $"run {run} holds other bytes");
            Assert.Single(_folder.GetFiles($"{run}.bin*"));
            File.Delete(local);
        }

        Assert.True(absent > 0, "no download broke off");
    }

    // Every second time whoever transfers gives up at the cut, as when the process ends; else the transfer may go on by itself.
    private static async Task CutAsync(CuttingProxy proxy, int run, Func<CancellationToken, Task> transfer)
    {
        using var end = new CancellationTokenSource();
        long after = new Random(run).NextInt64(Length + (Length / 10));
        proxy.CutAfter(after, run % 2 == 0 ? end.Cancel : null);
        try
        {
            await transfer(end.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or AepException)
        {
            // Broken off; what matters is what is there now.
        }

        proxy.CutAfter(long.MaxValue);
    }

    private LandingZoneContainer Through(CuttingProxy proxy, LandingZoneCredentials credentials)
    {
        var address = new UriBuilder(credentials.Azure!.SasUri.Reveal()) { Port = proxy.Port };
        return LandingZoneContainer.Open(
            credentials with { Azure = credentials.Azure with { SasUri = new Secret(address.Uri.AbsoluteUri) } },
            new LandingZoneOptions { BlockSize = 5 * 1024 * 1024, TrustedCertificateFile = platform.Emulator.CertificateFile });
    }

    private static async Task<byte[]?> ReadAsync(LandingZoneContainer container, string path)
    {
        using var stored = new MemoryStream();
        try
        {
            await container.DownloadAsync(path, stored);
            return stored.ToArray();
        }
        catch (AepNotFoundException)
        {
            return null;
        }
    }

    private static byte[] Content(int seed)
    {
        byte[] content = new byte[Length];
        new Random(seed).NextBytes(content);
        return content;
    }
}
