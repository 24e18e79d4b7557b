using System.Text.Json.Serialization;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.LandingZones;

namespace Aep.Sdk.IntegrationTests.LandingZones;

public sealed partial class RoundTripTests(Platform platform) : IClassFixture<Platform>
{
    [Theory]
    [InlineData("rows/a.parquet")]
    [InlineData("rows/a.json.gz")]
    [InlineData("rows/a.csv")]
    public async Task RowsComeBack(string path)
    {
        using LandingZoneContainer zone = await LandingZoneContainer.OpenAsync(platform.Aep, LandingZoneType.UserDropZone);
        Row[] rows = [.. Enumerable.Range(0, 1000).Select(i => new Row($"ü{i}, \"日本\"", i, i % 3 == 0 ? null : i / 7.0))];

        Assert.Equal(rows.Length, await zone.WriteAsync(path, rows.ToAsyncEnumerable(), Json.Default.Row));

        Assert.Equal(rows, await zone.ReadAsync(path, Json.Default.Row).ToListAsync());
    }

    [Fact]
    public async Task FoldersComeBack()
    {
        using LandingZoneContainer zone = await LandingZoneContainer.OpenAsync(platform.Aep, LandingZoneType.UserDropZone);
        DirectoryInfo there = Directory.CreateTempSubdirectory("aep-there-"), back = Directory.CreateTempSubdirectory("aep-back-");
        try
        {
            there.CreateSubdirectory("inner");
            for (int i = 0; i < 10; i++) await File.WriteAllTextAsync(Path.Combine(there.FullName, i % 2 == 0 ? "inner" : ".", $"{i} ü.txt"), $"text {i}");

            IReadOnlyList<string> sent = await zone.UploadFolderAsync("folder", there.FullName);
            IReadOnlyList<string> got = await zone.DownloadFolderAsync("folder", back.FullName);

            Assert.Equal((10, 10), (sent.Count, got.Count));
            Assert.Equal("text 4", await File.ReadAllTextAsync(Path.Combine(back.FullName, "inner", "4 ü.txt")));
            Assert.Equal(10, await zone.DeleteFolderAsync("folder"));
            Assert.Empty(await zone.ListAsync("folder/").ToListAsync());
        }
        finally
        {
            there.Delete(recursive: true);
            back.Delete(recursive: true);
        }
    }

    internal sealed record Row(string Name, int Count, double? Ratio);

    [JsonSerializable(typeof(Row))]
    internal sealed partial class Json : JsonSerializerContext;
}
