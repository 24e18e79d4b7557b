using Aep.Sdk.Datasets;
using Aep.Sdk.Ingestion;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Parquet;
using Aep.Sdk.Schemas;
using DuckDB.NET.Data;

namespace Aep.Sdk.IntegrationTests.BatchIngestion;

public sealed class ParquetIngestionTests(Platform platform) : IClassFixture<Platform>
{
    private static readonly ShopEvent[] Nested =
    [
        Event("full") with
        {
            Fields = new ShopFields
            {
                UserId =
                    "7", Score = 0.25, Tiny = -1, Small = 2, Visits = 3, Big = 1L << 40, Member = true, Born = new DateOnly(1999, 12, 31),
                Seen = new DateTimeOffset(2025, 3, 30, 2, 30, 0, 123, TimeSpan.FromHours(2)), Tags = ["ä", "b"],
                Items = [new ShopItem { Sku = "s1", Price = 1.5 }, new ShopItem { Sku = "s2" }],
                Counters = new Dictionary<string, int> { ["x"] = 1, ["y"] = 2 }, Last = new ShopItem { Sku = "s3" },
            },
        },
        Event("empty") with { Fields = new ShopFields { UserId = "8", Tags = [], Items = [], Counters = new Dictionary<string, int>() } },
        Event("bare"),
    ];

    [Fact]
    public async Task Another_reader_finds_every_nesting_in_the_file()
    {
        XdmFieldTree fields = await FieldsAsync(await ShopEvent.CreateDatasetAsync(platform.Aep, "Parquet file"));
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.parquet");
        byte[] content = await FileOfAsync(fields, Nested);
        Assert.Equal(content, await FileOfAsync(fields, Nested)); // a resumption relies on it
        try
        {
            await File.WriteAllBytesAsync(path, content);
            Assert.Equal(
                "full|2025-01-01 00:00:00|7|0.25|-1|2|3|1099511627776|true|1999-12-31|2025-03-30 00:30:00.123"
                + "|[ä, b]|[{'sku': s1, 'price': 1.5}, {'sku': s2, 'price': NULL}]|{x=1, y=2}|s3",
                Row(path, "full"));
            Assert.Equal("empty|2025-01-01 00:00:00|8|~|~|~|~|~|~|~|~|[]|[]|{}|~", Row(path, "empty"));
            Assert.Equal("bare|2025-01-01 00:00:00|~|~|~|~|~|~|~|~|~|~|~|~|~", Row(path, "bare"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Rows_arrive_as_parquet_in_files_and_batches()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Parquet rows");
        IEnumerable<ShopEvent> rows = Enumerable.Range(0, 700).Select(number => Nested[number % 3] with { Id = $"row-{number}" });
        IngestionResult result = await platform.Aep.Ingestion.IngestParquetAsync(
            dataset.Id, rows.ToAsyncEnumerable(), ShopJson.Default.ShopEvent, await FieldsAsync(dataset),
            new IngestionOptions { RecordsPerFile = 100, RecordsPerBatch = 250 });
        Assert.Equal([250, 250, 200], result.Batches.Select(batch => batch.Records));
        Assert.Equal([100, 100, 50], result.Batches[0].Files.Select(file => file.Records));
        Assert.Equal("00001.parquet", result.Batches[0].Files[0].Name);
        Batch[] batches = await Task.WhenAll(result.BatchIds.Select(id => platform.Aep.Datasets.Batches.GetAsync(id)));
        Assert.Equal(700, batches.Sum(batch => batch.Metrics!.OutputRecordCount));
    }

    [Fact]
    public async Task A_row_that_no_column_can_hold_is_named_and_leaves_nothing_behind()
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(platform.Aep, "Parquet fault");
        Dataset other = await platform.Aep.Datasets.CreateAsync(new DatasetDefinition(
            "Parquet other", (await platform.Aep.Schemas.GetOrCreateAsync(
                new SchemaDefinition("Parquet other", XdmClasses.ExperienceEvent, []))).Id));
        XdmFieldTree fields = await FieldsAsync(other);
        var fault = await Assert.ThrowsAsync<AepException>(() => platform.Aep.Ingestion.IngestParquetAsync(
            dataset.Id, Nested.Reverse().ToAsyncEnumerable(), ShopJson.Default.ShopEvent, fields));
        Assert.StartsWith("Row 2: The schema has no field _aeplocal", fault.Message);
        Assert.Empty(await platform.Aep.Datasets.Batches.ListAsync(new BatchQuery { DatasetId = dataset.Id }).ToListAsync());
    }

    private static ShopEvent Event(string id) => new() { Id = id, Timestamp = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero) };

    private Task<XdmFieldTree> FieldsAsync(Dataset dataset) => platform.Aep.Schemas.GetFieldsAsync(dataset.SchemaRef!.Id);

    private static async Task<byte[]> FileOfAsync(XdmFieldTree fields, IEnumerable<ShopEvent> rows)
    {
        IRowFile<ShopEvent> file = new ParquetRowFormat<ShopEvent>(ShopJson.Default.ShopEvent, fields).Create();
        foreach (ShopEvent row in rows)
            file.Add(row);
        using var content = new MemoryStream();
        await file.WriteAsync(content, CancellationToken.None);
        return content.ToArray();
    }

    private static string Row(string path, string id)
    {
        string[] fields = ["userId", "score", "tiny", "small", "visits", "big", "member", "born", "seen::timestamp", "tags", "items",
            "counters", "last.sku"];
        string columns = string.Join(" || '|' || ", fields.Select(field => $"coalesce((_aeplocal.{field})::varchar, '~')"));
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText =
            $"SET TimeZone = 'UTC'; SELECT _id || '|' || timestamp::timestamp || '|' || {columns} FROM read_parquet('{path}') WHERE _id = "
                + $"'{id}'";
        return (string)command.ExecuteScalar()!;
    }
}
