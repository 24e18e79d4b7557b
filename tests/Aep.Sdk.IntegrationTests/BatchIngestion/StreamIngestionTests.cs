using System.IO.Pipelines;
using System.Text;
using Aep.Sdk.Datasets;
using Aep.Sdk.Ingestion;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Parquet;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.BatchIngestion;

/// <summary>Streams in each format, of known and of unknown length, in one request and in parts: the rows are in the dataset.</summary>
public sealed class StreamIngestionTests(Platform platform) : IClassFixture<Platform>
{
    private const int Rows = 500;

    [Theory]
    [InlineData("json lines", true)]
    [InlineData("json lines", false)]
    [InlineData("json array", true)]
    [InlineData("json array", false)]
    [InlineData("parquet", true)]
    [InlineData("parquet", false)]
    public async Task A_stream_becomes_rows(string kind, bool canSeek)
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, $"Stream of {kind} {canSeek}");
        (byte[] content, IngestionFormat format) = await WriteAsync(kind, dataset);
        IngestionResult result = await platform.Aep.Ingestion.IngestStreamAsync(
            dataset.Id, Open(content, canSeek), format, new IngestionOptions { MaxFileBytes = 10_000 });
        Assert.Equal(content.Length, result.Bytes);
        Assert.Equal(Rows, (await platform.Aep.Datasets.Batches.GetAsync(Assert.Single(result.BatchIds))).Metrics!.OutputRecordCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // in parts
    public async Task A_stream_of_CSV_becomes_rows_with_the_types_of_the_schema(bool canSeek)
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, $"Stream of CSV {canSeek}");
        ShopEvent[] events = [.. Enumerable.Range(0, Rows).Select(number => new ShopEvent
        {
            Id = $"ä; 'row' {number:000}",
            Timestamp = DateTimeOffset.UnixEpoch.AddSeconds(number),
        })];
        string text = "_id;timestamp;eventType\n"
            + string.Concat(events.Select(one => $"'{one.Id.Replace("'", "\\'")}';{one.Timestamp:yyyy-MM-ddTHH:mm:ssZ};\n"));
        IngestionResult result = await platform.Aep.Ingestion.IngestStreamAsync(
            dataset.Id, Open(Encoding.UTF8.GetBytes(text), canSeek), IngestionFormat.Csv with { Delimiter = ";", Quote = "'" },
            new IngestionOptions { MaxFileBytes = 10_000 });
        Batch batch = await platform.Aep.Datasets.Batches.GetAsync(Assert.Single(result.BatchIds));
        Assert.Equal((Rows, "csv", ";", "'"), (
            batch.Metrics!.OutputRecordCount, batch.InputFormat!.Format, batch.InputFormat.Delimiter, batch.InputFormat.Quote));
        List<ShopEvent> rows = await platform.Aep.Datasets.ReadAsync(dataset.Id, ShopJson.Default.ShopEvent).ToListAsync();
        Assert.Equal(events, rows.OrderBy(row => row.Id, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_stream_goes_into_a_batch_step_by_step()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Stream by steps");
        (byte[] content, IngestionFormat format) = await WriteAsync("json lines", dataset);
        IngestionBatchesClient batches = platform.Aep.Ingestion.Batches;
        string batchId = await batches.CreateAsync(new BatchDefinition(dataset.Id, format));
        await batches.UploadFileAsync(batchId, dataset.Id, "a.json", Open(content, canSeek: false));
        await batches.CompleteAsync(batchId);
        Batch batch = await platform.Aep.Datasets.Batches.GetOperation(batchId).WaitForCompletionAsync();
        Assert.Equal(Rows, batch.Metrics!.OutputRecordCount);
    }

    private static Stream Open(byte[] content, bool canSeek) =>
        canSeek ? new MemoryStream(content) : PipeReader.Create(new MemoryStream(content)).AsStream();

    private async Task<(byte[] Content, IngestionFormat Format)> WriteAsync(string kind, Dataset dataset)
    {
        ShopEvent[] events = [.. Enumerable.Range(0, Rows).Select(number => new ShopEvent
        {
            Id = $"row-{number}",
            Timestamp = DateTimeOffset.UnixEpoch.AddSeconds(number),
            Fields = new ShopFields { UserId = $"{number}", Score = number / 1000.0 },
        })];
        string[] lines = [.. events.Select(one => System.Text.Json.JsonSerializer.Serialize(one, ShopJson.Default.ShopEvent))];
        if (kind == "json lines")
            return (Encoding.UTF8.GetBytes(string.Join('\n', lines)), IngestionFormat.Json);
        if (kind == "json array")
            return (Encoding.UTF8.GetBytes($"[{string.Join(",\n ", lines)}]"), IngestionFormat.MultiLineJson);
        XdmFieldTree fields = await platform.Aep.Schemas.GetFieldsAsync(dataset.SchemaRef!.Id);
        IRowFile<ShopEvent> file = new ParquetRowFormat<ShopEvent>(ShopJson.Default.ShopEvent, fields).Create();
        foreach (ShopEvent one in events)
            file.Add(one);
        using var content = new MemoryStream();
        await file.WriteAsync(content, CancellationToken.None);
        return (content.ToArray(), IngestionFormat.Parquet);
    }
}
