using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.Flows;
using Aep.Sdk.Ingestion;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.Flows;

/// <summary>A dataset that is exported and read again has the rows that went in.</summary>
public abstract class ExportTests(Platform platform)
{
    private const int Count = 500;

    [Theory]
    [InlineData("parquet", "gzip")]
    [InlineData("parquet", "none")]
    [InlineData("json", "gzip")]
    [InlineData("json", "none")]
    public async Task EveryRowComesBackAsItWas(string fileType, string compression)
    {
        Dataset dataset = await CreateDatasetAsync($"Export {fileType} {compression}");
        WideEvent[] rows = [.. WideEvent.Many(Count)];
        await platform.Aep.Ingestion.IngestAsync(dataset.Id, rows.ToAsyncEnumerable(), FlowJson.Default.WideEvent);

        LandingZoneExport format =
            fileType == "parquet" ? LandingZoneExport.Parquet("out/wide", compression) : LandingZoneExport.Json("out/wide", compression);
        DatasetExport export = await platform.Aep.Destinations.ExportDatasetAsync(dataset.Id, format);

        Assert.Equal(Count, export.Rows);
        using LandingZoneContainer zone = await platform.OpenZoneAsync(LandingZoneType.Destination);
        List<WideEvent> back = await zone.ReadExportAsync("out/wide", dataset.Id, FlowJson.Default.WideEvent).ToListAsync();
        Assert.Equal(rows.Select(FlowJson.Text), back.OrderBy(row => row.Timestamp).Select(FlowJson.Text));
    }

    [Fact]
    public async Task TheNewestExportIsRead()
    {
        Dataset dataset = await CreateDatasetAsync("Exported twice");
        WideEvent[] rows = [.. WideEvent.Many(20)];
        await platform.Aep.Ingestion.IngestAsync(dataset.Id, rows.Take(10).ToAsyncEnumerable(), FlowJson.Default.WideEvent);
        DatasetExport first = await platform.Aep.Destinations.ExportDatasetAsync(dataset.Id, LandingZoneExport.Parquet("out/twice"));
        await platform.Aep.Ingestion.IngestAsync(dataset.Id, rows.Skip(10).ToAsyncEnumerable(), FlowJson.Default.WideEvent);
        DatasetExport second = await platform.Aep.Destinations.ExportDatasetAsync(dataset.Id, LandingZoneExport.Parquet("out/twice"));

        DatasetExport third = await platform.Aep.Destinations.ExportDatasetAsync(dataset.Id, LandingZoneExport.Parquet("out/twice"));

        Assert.Equal((first.FlowId, first.FlowId), (second.FlowId, third.FlowId));
        using LandingZoneContainer zone = await platform.OpenZoneAsync(LandingZoneType.Destination);
        Assert.Equal(third.Rows, await zone.ReadExportAsync("out/twice", dataset.Id, FlowJson.Default.WideEvent).LongCountAsync());
    }

    [Fact]
    public async Task AnExportOfNothingHasNoRowsAndAWrongNameIsAnError()
    {
        Dataset dataset = await CreateDatasetAsync("Empty");
        DatasetExport export = await platform.Aep.Destinations.ExportDatasetAsync(dataset.Id, LandingZoneExport.Parquet("out/nothing"));

        Assert.Equal(0, export.Rows);
        using LandingZoneContainer zone = await platform.OpenZoneAsync(LandingZoneType.Destination);
        Assert.Empty(await zone.ReadExportAsync(export, FlowJson.Default.WideEvent).ToListAsync());
        await Assert.ThrowsAsync<AepException>(
            async () => await zone.ReadExportAsync("out/wrong", dataset.Id, FlowJson.Default.WideEvent).ToListAsync());
        FlowRunMetrics metrics = export.Run.Metrics;
        AepException missing = await Assert.ThrowsAsync<AepException>(async () => await zone.ReadExportAsync(
            export with
            { Run = export.Run with { Metrics = metrics with { RecordSummary = metrics.RecordSummary with { OutputRecordCount = 3 } } } },
            FlowJson.Default.WideEvent).ToListAsync());
        Assert.Contains(dataset.Id, missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExportOfNothingHasNotTheRowsOfAnEarlierOne()
    {
        Dataset dataset = await CreateDatasetAsync("Emptied");
        IngestionResult sent =
            await platform.Aep.Ingestion.IngestAsync(dataset.Id, WideEvent.Many(5).ToAsyncEnumerable(), FlowJson.Default.WideEvent);
        DatasetExport first = await platform.Aep.Destinations.ExportDatasetAsync(dataset.Id, LandingZoneExport.Parquet("out/emptied"));
        platform.Time.Advance(TimeSpan.FromMinutes(1));
        foreach (string batch in sent.BatchIds)
            await platform.Aep.Datasets.Batches.DeleteAsync(batch);
        DatasetExport second = await platform.Aep.Destinations.ExportDatasetAsync(dataset.Id, LandingZoneExport.Parquet("out/emptied"));

        Assert.Equal((5, 0), (first.Rows, second.Rows));
        using LandingZoneContainer zone = await platform.OpenZoneAsync(LandingZoneType.Destination);
        Assert.Empty(await zone.ReadExportAsync(second, FlowJson.Default.WideEvent).ToListAsync());
        FlowRunMetrics metrics = first.Run.Metrics;
        DatasetExport wrong = first with
        {
            Run = first.Run with { Metrics = metrics with { RecordSummary = metrics.RecordSummary with { OutputRecordCount = 0 } } },
        };
        Assert.Equal(5, await zone.ReadExportAsync(wrong, FlowJson.Default.WideEvent).CountAsync());
    }

    private async Task<Dataset> CreateDatasetAsync(string name)
    {
        XdmSchema model = XdmSchema.From(FlowJson.Default.WideEvent, "Wide events", XdmClasses.ExperienceEvent);
        AppliedSchema applied = await platform.Aep.Schemas.ApplyAsync(model);
        return await platform.Aep.Datasets.GetOrCreateAsync(new DatasetDefinition(name, applied.Schema.Id));
    }
}

public sealed class AzureExportTests(Platform platform) : ExportTests(platform), IClassFixture<Platform>;

public sealed class S3ExportTests(S3Platform platform) : ExportTests(platform), IClassFixture<S3Platform>;
