using Aep.Sdk.Datasets;
using Aep.Sdk.Ingestion;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Parquet;

namespace Aep.Sdk.IntegrationTests.Datasets;

/// <summary>Downloads whose connection is cut at random: the file is the same, byte for byte.</summary>
public sealed class CutDownloadTests(Platform platform) : IClassFixture<Platform>
{
    private const int Downloads = 50;

    [Fact]
    public async Task FiftyCutDownloadsAreWhole()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Cut");
        var random = new Random(11);
        ShopEvent[] rows = [.. Enumerable.Range(0, 4_000).Select(number => new ShopEvent
        {
            Id = $"{number}-{random.NextInt64()}",
            Timestamp = DateTimeOffset.UnixEpoch.AddDays(20_000).AddSeconds(number),
            Fields = new ShopFields { UserId = $"{number}", Score = random.NextDouble(), Big = random.NextInt64(1L << 50) },
        })];
        IngestionResult result = await platform.Aep.Ingestion.IngestAsync(dataset.Id, rows.ToAsyncEnumerable(), ShopJson.Default.ShopEvent);
        DatasetFile file = await platform.Aep.Datasets.Files.ListAsync(result.BatchIds.Single()).SingleAsync();
        FilePart part = await platform.Aep.Datasets.Files.ListPartsAsync(file.Id).SingleAsync();
        byte[] whole = await DownloadAsync(platform.Aep, file.Id, part.Name);
        Assert.Equal(part.Length, whole.Length);

        using var proxy = new CuttingProxy(platform.Emulator.SecurePlatformUrl);
        await using AepClient cut = platform.Connect(proxy.Port);
        Assert.Equal(whole, await DownloadAsync(cut, file.Id, part.Name)); // signs in
        for (int download = 0; download < Downloads; download++)
        {
            proxy.CutAfter(random.Next(1_500, whole.Length));
            Assert.Equal(whole, await DownloadAsync(cut, file.Id, part.Name));
        }

        Assert.Equal(Downloads, proxy.Cuts);
        proxy.CutAfter(whole.Length / 2);
        Assert.Equal(rows.Length, await cut.Datasets.ReadAsync(dataset.Id, ShopJson.Default.ShopKey).CountAsync());
    }

    private static async Task<byte[]> DownloadAsync(AepClient aep, string fileId, string name)
    {
        await using Stream body = await aep.Datasets.Files.OpenAsync(fileId, name);
        using var copy = new MemoryStream();
        await body.CopyToAsync(copy);
        return copy.ToArray();
    }
}
