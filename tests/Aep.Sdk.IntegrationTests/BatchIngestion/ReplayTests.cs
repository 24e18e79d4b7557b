using Aep.Sdk.Datasets;
using Aep.Sdk.Ingestion;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Queries;

namespace Aep.Sdk.IntegrationTests.BatchIngestion;

/// <summary>Bad rows among good ones are corrected and replayed: the dataset has each exactly once.</summary>
public sealed class ReplayTests(Platform platform) : IClassFixture<Platform>
{
    private const int Rows = 300;

    [Theory]
    [InlineData(null)]
    [InlineData(50)]
    public async Task Corrected_rows_are_in_the_dataset_once_with_the_others(int? partialIngestionPercent)
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, $"Replayed {partialIngestionPercent}");
        string batch = await IngestAsync(dataset.Id, new IngestionOptions
        {
            PartialIngestionPercent = partialIngestionPercent,
            EnableErrorDiagnostics = true,
            MaxFileBytes = 8_000,
        });
        int before = partialIngestionPercent is null ? 0 : Rows - (Rows / 10);
        Assert.Equal(before, await CountAsync(dataset));
        List<FailedRecord<ShopEvent>> failed =
            await platform.Aep.Ingestion.ReadFailedAsync(batch, ShopJson.Default.ShopEvent).ToListAsync();
        Assert.Equal(Rows / 10, failed.Count);
        Assert.All(failed, one => Assert.NotEmpty(one.Errors));

        // The first correction is none: its batch fails, too, and nothing has changed.
        await Assert.ThrowsAsync<IngestionFailedException>(
            () => platform.Aep.Ingestion.ReplayFailedAsync(batch, ShopJson.Default.JsonObject, one => one.Record));
        Assert.Equal(before, await CountAsync(dataset));

        BatchCorrection correction = await platform.Aep.Ingestion.ReplayFailedAsync(batch, ShopJson.Default.ShopEvent, Corrected);
        Assert.Equal((Rows / 10, 0, Rows - (Rows / 10) - before), (correction.Corrected, correction.LeftOut, correction.Unchanged));
        Assert.Equal(Rows, await CountAsync(dataset));
        Batch replay = await platform.Aep.Datasets.Batches.GetAsync(correction.BatchId!);
        Assert.Equal(batch, Assert.Single(replay.Tags["replayOf"]));

        BatchCorrection again = await platform.Aep.Ingestion.ReplayFailedAsync(batch, ShopJson.Default.ShopEvent, Corrected);
        Assert.Equal((correction.BatchId, true), (again.BatchId, again.WasThere));
        Assert.Equal(Rows, await CountAsync(dataset));
    }

    [Fact]
    public async Task Of_several_who_replay_at_once_one_does()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Replayed at once");
        string batch = await IngestAsync(dataset.Id, new IngestionOptions { PartialIngestionPercent = 50 });
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ReplayAsync(batch)));
        await platform.Aep.Ingestion.ReplayFailedAsync(batch, ShopJson.Default.ShopEvent, Corrected);
        Assert.Equal(Rows, await CountAsync(dataset));
    }

    private async Task ReplayAsync(string batch)
    {
        try
        {
            await platform.Aep.Ingestion.ReplayFailedAsync(batch, ShopJson.Default.ShopEvent, Corrected);
        }
        catch (AepException)
        {
            // Another was first: what counts is in the dataset.
        }
    }

    // Every tenth row has a time that is none, or is cut off.
    private async Task<string> IngestAsync(string datasetId, IngestionOptions options)
    {
        IEnumerable<string> lines = Enumerable.Range(0, Rows).Select(number => (number % 20) switch
        {
            0 => $$"""{"_id":"{{number}}","timestamp":"the day {{number}}"}""",
            10 => $$"""{"_id":"{{number}}","timestamp":""",
            _ => $$"""{"_id":"{{number}}","timestamp":"2025-01-01T00:00:00Z","_aeplocal":{"score":0.50,"tags":["ä"]} }""",
        });
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        try
        {
            return Assert.Single(
                (await platform.Aep.Ingestion.IngestStreamAsync(datasetId, content, IngestionFormat.Json, options)).BatchIds);
        }
        catch (IngestionFailedException failed) when (options.PartialIngestionPercent is null)
        {
            return Assert.Single(failed.Result.Batches).Id;
        }
    }

    private static ShopEvent Corrected(FailedRecord<ShopEvent> failed)
    {
        string id = failed.Json is { } json ? json.GetProperty("_id").GetString()! : failed.Text.Split('"')[3];
        return new ShopEvent { Id = id, Timestamp = DateTimeOffset.UnixEpoch };
    }

    private async Task<long> CountAsync(Dataset dataset)
    {
        string table = (await platform.Aep.Datasets.GetAsync(dataset.Id)).TableName;
        List<Count> counts = await platform.Aep.Queries.QueryAsync<Count>(
            $"SELECT COUNT(*) AS all_rows, COUNT(DISTINCT _id) AS different_rows FROM {Sql.Table(table)}").ToListAsync();
        Assert.Equal(counts.Single().AllRows, counts.Single().DifferentRows);
        return counts.Single().AllRows;
    }

    private sealed record Count(long AllRows, long DifferentRows);
}
