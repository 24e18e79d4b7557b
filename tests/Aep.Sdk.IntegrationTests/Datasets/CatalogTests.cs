using Aep.Sdk.Datasets;
using Aep.Sdk.Ingestion;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.Datasets;

/// <summary>The catalog beyond the everyday: batches that a producer describes, views, tags, row expiration.</summary>
public sealed class CatalogTests(Platform platform) : IClassFixture<Platform>
{
    private DatasetsClient Datasets => platform.Aep.Datasets;

    [Fact]
    public async Task AProducerDescribesABatch()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Described");
        string id =
            await Datasets.Batches.CreateAsync(BatchRecord.Of(dataset.Id, BatchStatus.Create("processing")) with { ExternalId = "mine/1" });
        Batch batch = await Datasets.Batches.GetAsync(id);
        Assert.Equal(("mine/1", dataset.Id, "1.0.0"), (batch.ExternalId, batch.RelatedObjects.Single().Id, batch.Version));
        await Datasets.Batches.ReplaceAsync(id, BatchRecord.Of(dataset.Id, BatchStatus.Success) with { RecordCount = 3 }, batch.Version);
        await Assert.ThrowsAsync<AepConflictException>(() =>
            Datasets.Batches.ReplaceAsync(id, BatchRecord.Of(dataset.Id, BatchStatus.Failed), batch.Version));
        string failed = await Datasets.Batches.CreateAsync(BatchRecord.Of(dataset.Id, BatchStatus.Create("processing")));
        await Datasets.Batches.UpdateAsync(failed,
            new BatchRecord { Status = BatchStatus.Failed, Errors = [new BatchError { Code = "1", Rows = ["3-5"] }] });

        LastBatches last = (await Datasets.Batches.FindLastAsync(dataset.Id))!;
        Assert.Equal((failed, id, failed), (last.LastBatchId, last.LastSuccessfulBatchId, last.LastFailedBatchId));
        Assert.Equal(["failed", "success"],
            (await Datasets.Batches.ListUniqueValuesAsync("status", new BatchQuery { DatasetId = dataset.Id }).ToListAsync()).Order());
        Assert.Contains(await Datasets.Batches.ListLastAsync(BatchStatus.Failed).ToListAsync(), entry => entry.DatasetId == dataset.Id);
        await Datasets.Batches.DeleteAsync(failed);
        await Assert.ThrowsAsync<AepNotFoundException>(() => Datasets.Batches.GetAsync(failed));
    }

    [Fact]
    public async Task TheFilesOfADatasetStandInItsView()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Viewed");
        IngestionResult result = await platform.Aep.Ingestion.IngestAsync(
            dataset.Id, Events(30).ToAsyncEnumerable(), ShopJson.Default.ShopEvent, new IngestionOptions { RecordsPerBatch = 10 });
        List<DatasetViewFile> files = await Datasets.Objects.ListViewFilesAsync(dataset.Id, dataset.ViewId!).ToListAsync();
        Assert.Equal(result.BatchIds.Order(), files.Select(file => file.BatchId!).Order());
        foreach (DatasetViewFile file in files)
            Assert.Single(await Datasets.Files.ListPartsAsync(file.Id).ToListAsync());

        IReadOnlyList<CatalogObject> both = await Datasets.Objects.GetAsync(CatalogObjectType.Batches, result.BatchIds.Append("none"));
        Assert.Equal(result.BatchIds.Order(), both.Select(found => found.Id).Order());
        Assert.Contains(await Datasets.Objects.ListAsync(CatalogObjectType.DatasetViews).ToListAsync(), view => view.Id == dataset.ViewId);
        TagValues tables = await Datasets.Objects.GetTagValuesAsync("adobe/pqs/table");
        Assert.Contains(dataset.TableName, tables.Of("adobe/pqs/table"));
        Assert.Contains($"@/DataSet/{dataset.Id}", tables.Objects["datasets"]);
    }

    [Fact]
    public async Task SeveralRequestsGoTogetherOrNotAtAll()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Together");
        var read = new CatalogRequest("read", "GET", $"/dataSets/{dataset.Id}");
        CatalogRequest renamed = Describe("described", "once <<read.name>>");
        IReadOnlyList<CatalogAnswer> answers =
            await Datasets.Objects.SendAsync([read, renamed, read with { Id = "none", Resource = "/dataSets/none" }]);
        Assert.Equal([("read", true), ("described", true), ("none", false)], answers.Select(answer => (answer.Id, answer.IsSuccess)));
        Assert.Equal("once Together", (await Datasets.GetAsync(dataset.Id)).Description);

        AepRequestException refused = await Assert.ThrowsAnyAsync<AepRequestException>(() => Datasets.Objects.SendAsync(
            [Describe("again", "twice"), new CatalogRequest("wrong", "DELETE", "/dataSets/none")]));
        Assert.Contains("wrong (DELETE /dataSets/none)", refused.Message);
        Assert.Equal("once Together", (await Datasets.GetAsync(dataset.Id)).Description);

        CatalogRequest Describe(string id, string text) =>
            new(id, "PATCH", $"/v2/dataSets/{dataset.Id}") { Body = new System.Text.Json.Nodes.JsonObject { ["description"] = text } };
    }

    [Fact]
    public async Task RowsHaveARetention()
    {
        Dataset events = await ShopEvent.CreateDatasetAsync(platform.Aep, "Retained");
        RetentionLimits limits = await Datasets.Retention.GetLimitsAsync(events.Id);
        Assert.Equal((RetentionPeriod.Days(30), RetentionPeriod.Years(10)), (limits.Minimum, limits.Maximum));
        Assert.Null((await Datasets.Retention.GetAsync(events.Id)).Lake);
        await Datasets.Retention.SetAsync(events.Id, new RowRetention(RetentionPeriod.Months(3)));
        Assert.Equal(new RowRetention(RetentionPeriod.Months(3)), (await Datasets.GetAsync(events.Id)).Retention);
        await Datasets.Retention.SetAsync(events.Id, new RowRetention(null));
        Assert.Equal(new RowRetention(null), await Datasets.Retention.GetAsync(events.Id));

        AepRequestException error = await Assert.ThrowsAsync<AepRequestException>(() =>
            Datasets.Retention.SetAsync(events.Id, new RowRetention(RetentionPeriod.Days(7))));
        Assert.Contains("P30D", error.Message);
        Schema people =
            await platform.Aep.Schemas.GetOrCreateAsync(new SchemaDefinition("Retained people", XdmClasses.IndividualProfile, []));
        Dataset records = await Datasets.CreateAsync(new DatasetDefinition("Retained people", people.Id));
        error = await Assert.ThrowsAsync<AepRequestException>(() =>
            Datasets.Retention.SetAsync(records.Id, new RowRetention(RetentionPeriod.Months(3))));
        Assert.Contains("time-series", error.Message);
    }

    [Fact]
    public async Task ADatasetIsChangedAndWrittenAnew()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Changed");
        Dataset changed = await Datasets.UpdateAsync(dataset.Id, new DatasetChanges { Description = "now" }, dataset.Version);
        Assert.Equal(("now", "1.0.1"), (changed.Description, changed.Version));
        await Assert.ThrowsAsync<AepConflictException>(() =>
            Datasets.UpdateAsync(dataset.Id, new DatasetChanges { Description = "too late" }, dataset.Version));
        Dataset anew = await Datasets.ReplaceAsync(dataset.Id, new DatasetDefinition("Anew", dataset.SchemaRef!.Id));
        Assert.Equal(("Anew", "", dataset.TableName), (anew.Name, anew.Description, anew.TableName));
    }

    private static IEnumerable<ShopEvent> Events(int count) => Enumerable.Range(0, count)
        .Select(number => new ShopEvent
        {
            Id = $"{number}",
            Timestamp = DateTimeOffset.UnixEpoch.AddDays(20_000),
            Fields = new ShopFields { UserId = "1" },
        });
}
