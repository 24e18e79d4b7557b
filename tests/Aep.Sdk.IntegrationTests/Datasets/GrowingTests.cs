using System.Text.Json;
using Aep.Sdk.Datasets;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Parquet;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.Datasets;

/// <summary>A schema that has grown between two batches: the older files do not have its newer columns.</summary>
public sealed class GrowingTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task RowsOfOlderFilesComeWithoutNewerColumns()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Growing");
        await IngestAsync(dataset.Id, "old 1", "old 2");
        string group = (await platform.Aep.Schemas.FieldGroups.FindByTitleAsync("Growing fields")).Single().Id;
        JsonPatchOperation[] growth =
        [
            JsonPatchOperation.Add("/definitions/customFields/properties/_aeplocal/properties/level", Field("integer")),
            JsonPatchOperation.Add("/definitions/customFields/properties/_aeplocal/properties/last/properties/colour", Field("string")),
        ];
        await platform.Aep.Schemas.FieldGroups.PatchAsync(group, growth);
        await platform.Aep.Ingestion.IngestAsync(
            dataset.Id,
            new[] { Json(
                """{"_id":"new","timestamp":"2026-03-01T14:30:00Z","_aeplocal":{"userId":"7","level":3,"last":{"sku":"s","colour":"red"}}}""") }.ToAsyncEnumerable(),
            ShopJson.Default.JsonElement);

        Assert.Equal(
            ["old 1 - -", "old 2 - -", "new 3 red"],
            (await ReadAsync(dataset.Id, "_id", "_aeplocal.level", "_aeplocal.last.colour")).Select(row =>
                $"{row.GetProperty("_id").GetString()} {Level(row)} {Colour(row)}"));
        Assert.Equal(["-", "-", "3"], (await ReadAsync(dataset.Id, "_aeplocal.level")).Select(Level));
        Assert.Equal(["-", "-", "red"], (await ReadAsync(dataset.Id, "_aeplocal.last.colour")).Select(Colour));

        List<Grown> typed = await platform.Aep.Datasets.ReadAsync(dataset.Id, GrownJson.Default.Grown).ToListAsync();
        Assert.Equal([null, null, 3], typed.Select(row => row.Fields?.Level));
        Assert.Equal([null, null, "7"], typed.Select(row => row.Fields?.UserId));
        List<Keyless> required = await platform.Aep.Datasets.ReadAsync(dataset.Id, GrownJson.Default.Keyless).ToListAsync();
        Assert.Equal([null, null, null], required.Select(row => row.EventType));

        AepException error = await Assert.ThrowsAsync<AepException>(() => ReadAsync(dataset.Id, "_aeplocal.nowhere"));
        Assert.Contains("none of the columns _aeplocal.nowhere", error.Message);
    }

    [Fact]
    public async Task ReadingStopsWhenItIsCancelled()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Cancelled");
        await IngestAsync(dataset.Id, [.. Enumerable.Range(0, 500).Select(number => $"{number}")]);
        using var stop = new CancellationTokenSource();
        int rows = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ShopKey row in platform.Aep.Datasets.ReadAsync(dataset.Id, ShopJson.Default.ShopKey,
                cancellationToken: stop.Token))
            {
                Assert.NotNull(row.Id);
                if (++rows == 100)
                    await stop.CancelAsync();
            }
        });
        Assert.Equal(100, rows);
        Assert.Equal(7, await platform.Aep.Datasets.ReadAsync(dataset.Id, ShopJson.Default.ShopKey).Take(7).CountAsync());
    }

    private async Task<List<JsonElement>> ReadAsync(string dataset, params string[] columns) => await platform.Aep.Datasets
        .ReadAsync(dataset, ShopJson.Default.JsonElement, new DatasetReadOptions { Columns = columns }).ToListAsync();

    private Task IngestAsync(string dataset, params string[] ids) => platform.Aep.Ingestion.IngestAsync(
        dataset, ids.Select(id => new ShopEvent { Id = id, Timestamp = DateTimeOffset.UnixEpoch.AddDays(20_000) }).ToAsyncEnumerable(),
        ShopJson.Default.ShopEvent);

    private static System.Text.Json.Nodes.JsonObject Field(string type) => new() { ["type"] = type, ["title"] = type };

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static string Level(JsonElement row) =>
        Fields(row) is { } fields && fields.TryGetProperty("level", out JsonElement level) ? level.ToString() : "-";

    private static string Colour(JsonElement row) =>
        Fields(row) is { } fields && fields.TryGetProperty("last", out JsonElement last)
            && last.TryGetProperty("colour", out JsonElement colour) ? colour.ToString() : "-";

    private static JsonElement? Fields(JsonElement row) => row.TryGetProperty("_aeplocal", out JsonElement fields) ? fields : null;
}
