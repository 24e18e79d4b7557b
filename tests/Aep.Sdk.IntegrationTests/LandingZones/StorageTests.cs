using System.Text.Json.Serialization;
using Aep.Sdk.IntegrationTests.LandingZones.Storages;
using Aep.Sdk.LandingZones;

namespace Aep.Sdk.IntegrationTests.LandingZones;

/// <summary>What a landing zone does, on whichever storage it is.</summary>
public abstract partial class StorageTests : IDisposable
{
    private readonly IStorage _storage;
    private readonly LandingZoneContainer _zone;
    private readonly string _folder = Guid.NewGuid().ToString("N"); // the storage is shared by the tests of a class

    protected StorageTests(IStorage storage)
    {
        Skip.IfNot(storage.Missing is null, storage.Missing);
        (_storage, _zone) = (storage, storage.Open());
    }

    public void Dispose()
    {
        _zone.Dispose();
        GC.SuppressFinalize(this);
    }

    [SkippableTheory]
    [InlineData("a.parquet")]
    [InlineData("a.json.gz")]
    [InlineData("a.csv")]
    public async Task RowsComeBack(string name)
    {
        Row[] rows = [.. Enumerable.Range(0, 1000).Select(i => new Row($"ü{i}, \"日本\"", i, i % 3 == 0 ? null : i / 7.0))];

        Assert.Equal(rows.Length, await _zone.WriteAsync(At(name), rows.ToAsyncEnumerable(), Json.Default.Row));

        Assert.Equal(rows, await _zone.ReadAsync(At(name), Json.Default.Row).ToListAsync());
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10 * 1024 * 1024)] // two blocks and no byte more
    [InlineData((10 * 1024 * 1024) + 1)]
    public async Task AFileComesBack(int length)
    {
        byte[] content = new byte[length];
        new Random(length).NextBytes(content);

        await _zone.UploadAsync(At("file"), new MemoryStream(content));

        using var back = new MemoryStream();
        await _zone.DownloadAsync(At("file"), back);
        Assert.True(content.AsSpan().SequenceEqual(back.ToArray()));
        LandingZoneFile file = Assert.Single(await _zone.ListAsync(_folder).ToListAsync());
        Assert.Equal((At("file"), length), (file.Path, file.Length));
        Assert.InRange(file.LastModified!.Value, DateTimeOffset.UtcNow.AddMinutes(-10), DateTimeOffset.UtcNow.AddMinutes(10));
    }

    [SkippableTheory]
    [InlineData("a b.txt")]
    [InlineData("a+b&c=d%20e.txt")]
    [InlineData("日本 ü.txt")]
    [InlineData("exportTime=20260301/part-0#1?.txt")]
    [InlineData("'(quoted)'!*~,;@$.txt")]
    public async Task AnyNameIsOnlyAName(string name)
    {
        await _zone.UploadAsync(At(name), new MemoryStream("x"u8.ToArray()));

        Assert.Equal(At(name), Assert.Single(await _zone.ListAsync(_folder).ToListAsync()).Path);
        await using (Stream stored = await _zone.OpenReadAsync(At(name))) Assert.Equal('x', stored.ReadByte());
        await _zone.DeleteAsync(At(name));
        Assert.Empty(await _zone.ListAsync(_folder).ToListAsync());
    }

    [SkippableFact]
    public async Task FoldersComeBack()
    {
        DirectoryInfo there = Directory.CreateTempSubdirectory("aep-there-"), back = Directory.CreateTempSubdirectory("aep-back-");
        try
        {
            there.CreateSubdirectory("inner");
            for (int i = 0; i < 10; i++) await File.WriteAllTextAsync(
                Path.Combine(there.FullName, i % 2 == 0 ? "inner" : ".", $"{i} ü.txt"), $"text {i}");

            IReadOnlyList<string> sent = await _zone.UploadFolderAsync(_folder, there.FullName);
            IReadOnlyList<string> got = await _zone.DownloadFolderAsync(_folder, back.FullName);

            Assert.Equal((10, 10), (sent.Count, got.Count));
            Assert.Equal("text 4", await File.ReadAllTextAsync(Path.Combine(back.FullName, "inner", "4 ü.txt")));
            Assert.Equal(10, await _zone.DeleteFolderAsync(_folder));
            Assert.Empty(await _zone.ListAsync(_folder + "/").ToListAsync());
        }
        finally
        {
            there.Delete(recursive: true);
            back.Delete(recursive: true);
        }
    }

    [SkippableFact]
    public async Task ListingsComeInPagesAndGoOnWhereTheyEnded()
    {
        foreach (int i in Enumerable.Range(0, 7)) await _zone.UploadAsync(At($"in/{i}"), Stream.Null);
        await _zone.UploadAsync(At("inbox"), Stream.Null);

        List<AepPage<LandingZoneFile>> pages = await _zone.ListAsync(At("in/")).AsPagesAsync(pageSize: 3).ToListAsync();
        List<LandingZoneFile> rest = await _zone.ListAsync(At("in/")).AsPagesAsync(pages[0].ContinuationToken)
            .SelectMany(page => page.Items.ToAsyncEnumerable()).ToListAsync();

        Assert.Equal([3, 3, 1], pages.Select(page => page.Items.Count));
        Assert.Equal(Enumerable.Range(3, 4).Select(i => At($"in/{i}")), rest.Select(file => file.Path));
    }

    [SkippableFact]
    public async Task WhatIsWrittenAgainIsReplaced()
    {
        await _zone.UploadAsync(At("a"), new MemoryStream("first"u8.ToArray()));
        await _zone.UploadAsync(At("a"), new MemoryStream("second"u8.ToArray()));
        using var back = new MemoryStream();
        await _zone.DownloadAsync(At("a"), back);
        Assert.Equal("second"u8.ToArray(), back.ToArray());
    }

    [SkippableFact]
    public async Task WhatIsMissingIsNotFoundAndCanBeDeleted()
    {
        var error = await Assert.ThrowsAsync<AepNotFoundException>(() => _zone.OpenReadAsync(At("none")));
        Assert.Contains("none", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<AepNotFoundException>(() => _zone.DownloadAsync(At("none"), Stream.Null));
        await _zone.DeleteAsync(At("none"));
        Assert.Equal(0, await _zone.DeleteFolderAsync(At("no folder")));
    }

    [SkippableFact]
    public async Task AWrongSecretIsRefusedAndDoesNotShow()
    {
        using LandingZoneContainer wrong = _storage.OpenWrongly("hidden0000");
        foreach (Func<Task> use in (Func<Task>[])
            [() => wrong.ListAsync(_folder).ToListAsync().AsTask(), () => wrong.OpenReadAsync(At("a")),
                () => wrong.UploadAsync(At("a"), Stream.Null), () => wrong.DeleteAsync(At("a"))])
        {
            var error = await Assert.ThrowsAsync<AepPermissionException>(use);
            Assert.DoesNotContain("hidden0000", error.ToString(), StringComparison.Ordinal);
        }

        Assert.Empty(await _zone.ListAsync(_folder).ToListAsync());
    }

    private string At(string name) => $"{_folder}/{name}";

    internal sealed record Row(string Name, int Count, double? Ratio);

    [JsonSerializable(typeof(Row))]
    internal sealed partial class Json : JsonSerializerContext;
}
