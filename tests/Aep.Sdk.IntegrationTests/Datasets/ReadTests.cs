using System.Text.Json;
using Aep.Sdk.Datasets;
using Aep.Sdk.Ingestion;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Parquet;

namespace Aep.Sdk.IntegrationTests.Datasets;

public sealed class ReadTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task WhatWasIngestedIsReadAgain()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Read again");
        ShopEvent[] events = [.. Enumerable.Range(0, 3000).Select(number => Event(new Random(number), number))];
        await platform.Aep.Ingestion.IngestAsync(
            dataset.Id, events.ToAsyncEnumerable(), ShopJson.Default.ShopEvent,
            new IngestionOptions { RecordsPerBatch = 1200, MaxFileBytes = 200_000 });

        List<ShopEvent> read = await platform.Aep.Datasets.ReadAsync(dataset.Id, ShopJson.Default.ShopEvent).ToListAsync();

        Assert.Equal(events.Length, read.Count);
        Dictionary<string, string> byId = read.ToDictionary(row => row.Id, Text);
        Assert.All(events, row => Assert.Equal(Text(row), byId[row.Id]));
    }

    [Fact]
    public async Task OnlyTheColumnsThatAreWantedAreRead()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Columns");
        ShopEvent[] events = [.. Enumerable.Range(0, 10).Select(number => Event(new Random(number), number))];
        IngestionResult result =
            await platform.Aep.Ingestion.IngestAsync(dataset.Id, events.ToAsyncEnumerable(), ShopJson.Default.ShopEvent);

        List<JsonElement> rows = await platform.Aep.Datasets.ReadAsync(
            dataset.Id, ShopJson.Default.JsonElement,
            new DatasetReadOptions { Columns = ["_id", "_aeplocal.userId"], BatchIds = result.BatchIds }).ToListAsync();
        Assert.Equal(events.Select(row => row.Id).Order(), rows.Select(row => row.GetProperty("_id").GetString()!).Order());
        Assert.All(rows, row => Assert.All(row.EnumerateObject(), member => Assert.Contains(member.Name, new[] { "_id", "_aeplocal" })));

        List<ShopKey> keys = await platform.Aep.Datasets.ReadAsync(dataset.Id, ShopJson.Default.ShopKey).ToListAsync();
        Assert.Equal(events.Select(row => row.Id).Order(), keys.Select(key => key.Id).Order());
        Assert.Empty(await platform.Aep.Datasets.ReadAsync(dataset.Id, ShopJson.Default.ShopKey,
            new DatasetReadOptions { BatchIds = [] }).ToListAsync());
    }

    [Fact]
    public async Task ARowTypeWithNoneOfTheColumnsIsAnError()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Other");
        await platform.Aep.Ingestion.IngestAsync(
            dataset.Id, new[] { Event(new Random(1), 1) }.ToAsyncEnumerable(), ShopJson.Default.ShopEvent);
        var error = await Assert.ThrowsAsync<AepException>(
            async () => await platform.Aep.Datasets.ReadAsync(dataset.Id, ShopJson.Default.ShopItem).ToListAsync());
        Assert.Contains("none of the columns sku, price", error.Message);
    }

    private static string Text(ShopEvent row) => JsonSerializer.Serialize(row, ShopJson.Default.ShopEvent);

    private static ShopEvent Event(Random random, int number) => new()
    {
        Id = $"e{number}",
        Timestamp = new DateTimeOffset(2026, 3, 1, 14, 30, 0, TimeSpan.Zero)
            .AddTicks(random.NextInt64(TimeSpan.TicksPerDay) / 10_000 * 10_000),
        Fields = random.Next(10) == 0 ? null : new ShopFields
        {
            UserId = Maybe(random, $"{number}"),
            Plan = Maybe(random, "paid"),
            Score = Some(random, random.NextDouble()),
            Tiny = Some(random, (sbyte)random.Next(-128, 128)),
            Small = Some(random, (short)random.Next(short.MinValue, short.MaxValue)),
            Visits = Some(random, random.Next(int.MinValue, int.MaxValue)),
            Big = Some(random, random.NextInt64(-9007199254740991, 9007199254740991)),
            Member = Some(random, random.Next(2) == 0),
            Born = Some(random, new DateOnly(1970, 1, 1).AddDays(random.Next(-20_000, 20_000))),
            Seen = Some(random, DateTimeOffset.FromUnixTimeMilliseconds(random.NextInt64(1_900_000_000_000))),
            Mail = Maybe(random, "ä@example.com"),
            Page = Maybe(random, new Uri("https://example.com/a?b=c")),
            Tags = Maybe(random, Enumerable.Range(0, random.Next(1, 4)).Select(index => $"tag {index} \"日本\"").ToArray()),
            Items = Maybe(random, Enumerable.Range(0,
                random.Next(1, 4)).Select(index => new ShopItem { Sku = $"s{index}", Price = Some(random, index / 7.0) }).ToArray()),
            Counters = Maybe(random, Enumerable.Range(0, random.Next(1, 4)).ToDictionary(index => $"c{index}", index => index * 1000)),
            Last = Maybe(random, new ShopItem { Sku = "last" }),
        },
    };

    private static T? Maybe<T>(Random random, T value)
        where T : class => random.Next(3) == 0 ? null : value;

    private static T? Some<T>(Random random, T value)
        where T : struct => random.Next(3) == 0 ? null : value;
}
