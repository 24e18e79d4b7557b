using Aep.Sdk.Datasets;
using Aep.Sdk.Ingestion;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Parquet;

namespace Aep.Sdk.IntegrationTests.Datasets;

/// <summary>A Parquet file that has suffered gives an error that names it, or rows whose values have suffered; nothing else.</summary>
public sealed class DamagedFileTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task ADamagedFileIsNamed()
    {
        byte[] whole = await FileAsync();
        Assert.Equal(50, await new StoredFile(whole).ReadAsync("d", ShopJson.Default.JsonElement).CountAsync());
        await SaysAsync(whole[..^1], "part.parquet of the file b-1 is no Parquet file");
        await SaysAsync(whole[..(whole.Length / 2)], "part.parquet of the file b-1 is no Parquet file");
        await SaysAsync([], "part.parquet of the file b-1 is no Parquet file");
        byte[] pages = [.. whole];
        Array.Clear(pages, 4, whole.Length / 3);
        await SaysAsync(pages, "part.parquet of the file b-1 is no Parquet file, or a damaged one");
    }

    [Fact]
    public async Task WhateverIsDamagedTheErrorIsOurs()
    {
        byte[] whole = await FileAsync();
        var random = new Random(5);
        for (int damage = 0; damage < 300; damage++)
        {
            byte[] damaged = [.. whole];
            int place = random.Next(whole.Length), length = random.Next(1, 40), value = random.Next(256);
            damaged.AsSpan(place, Math.Min(length, whole.Length - place)).Fill((byte)value);
            Exception? error = await Record.ExceptionAsync(async () =>
                await new StoredFile(damaged).ReadAsync("d", ShopJson.Default.JsonElement).CountAsync());
            Assert.True(error is null or AepException, $"{place}, {value}, {length}: {error}");
        }
    }

    private static async Task SaysAsync(byte[] content, string text)
    {
        AepException error = await Assert.ThrowsAsync<AepException>(async () =>
            await new StoredFile(content).ReadAsync("d", ShopJson.Default.JsonElement).CountAsync());
        Assert.Contains(text, error.Message);
    }

    private async Task<byte[]> FileAsync()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, $"Damaged {Guid.NewGuid():N}");
        var rows = Enumerable.Range(0, 50).Select(number => new ShopEvent
        {
            Id = $"{number}",
            Timestamp = DateTimeOffset.UnixEpoch.AddDays(20_000),
            Fields = new ShopFields
            {
                UserId = $"{number}",
                Tags = ["a", $"{number}"],
                Counters = new Dictionary<string, int> { ["x"] = number },
                Items = [new ShopItem { Sku = "s", Price = number }],
            },
        });
        IngestionResult result = await platform.Aep.Ingestion.IngestAsync(dataset.Id, rows.ToAsyncEnumerable(), ShopJson.Default.ShopEvent);
        DatasetFile file = await platform.Aep.Datasets.Files.ListAsync(result.BatchIds.Single()).SingleAsync();
        FilePart part = await platform.Aep.Datasets.Files.ListPartsAsync(file.Id).SingleAsync();
        await using Stream body = await platform.Aep.Datasets.Files.OpenAsync(file.Id, part.Name);
        using var copy = new MemoryStream();
        await body.CopyToAsync(copy);
        return copy.ToArray();
    }
}
