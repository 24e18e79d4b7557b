using Aep.Sdk.Datasets;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Datasets;

public sealed class BatchesClientTests : IDisposable
{
    private const string Root = "/data/foundation/catalog";
    private readonly Wire _wire = new();
    private readonly BatchesClient _batches;

    public BatchesClientTests() => _batches = new DatasetsClient(_wire.Pipeline).Batches;

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task A_query_is_told_to_the_catalog()
    {
        _wire.On("GET", $"{Root}/batches",
            """{"b1":{"status":"success","version":"1.0.3","relatedObjects":[{"type":"dataSet","id":"d1"}],"foo":1}}""");
        Batch batch = Assert.Single(await _batches.ListAsync(new BatchQuery
        {
            DatasetId = "d1",
            Status = BatchStatus.Success,
            CreatedAfter = DateTimeOffset.FromUnixTimeMilliseconds(1000),
            Tags = new Dictionary<string, string> { ["team"] = "a*" },
            Filters = [CatalogFilter.Exists("replay"), CatalogFilter.Equal("createdClient", "me")],
        }).ToListAsync());
        Assert.Equal(("b1", "1.0.3", new CatalogRelation("dataSet", "d1")), (batch.Id, batch.Version, Assert.Single(batch.RelatedObjects)));
        Assert.True(batch.AdditionalProperties.ContainsKey("foo"));
        var query = Assert.Single(_wire.Requests).Query!;
        Assert.Equal(["replay", "createdClient==me"], query["property"]);
        Assert.Equal(("d1", "success", "1000", "team:a*", "asc:created"),
            (query["dataSet"].Single(), query["status"].Single(), query["createdAfter"].Single(),
            query["tags"].Single(), query["orderBy"].Single()));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("\"true\"")]
    public async Task A_batch_says_how_its_files_are_written(string header)
    {
        _wire.On("GET", $"{Root}/batches/b1", $$$$"""
            {"b1":{"status":"success","inputFormat":{
              "format":"csv","delimiter":";","quote":"`","escape":"\\","nullMarker":"","header":{{{{header}}}},"charset":"UTF-8","foo":1}}}
            """);
        Batch batch = await _batches.GetAsync("b1");
        BatchInputFormat format = batch.InputFormat!;
        Assert.Equal(
            ("csv", null, ";", "`", "\\", "", true, "UTF-8"), (format.Format, format.IsMultiLineJson, format.Delimiter, format.Quote,
            format.Escape, format.NullMarker, format.Header, format.Charset));
        Assert.True(format.AdditionalProperties.ContainsKey("foo"));
        Assert.Empty(batch.AdditionalProperties);
    }

    [Theory]
    [InlineData("true", "true")]
    [InlineData("5", "5")]
    [InlineData("\"text\"", "text")]
    [InlineData("[true,\"b\",{\"c\":1}]", "true b {\"c\":1}")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    public async Task A_tag_is_a_list_of_values_however_it_is_written(string tag, string values)
    {
        _wire.On("GET", $"{Root}/batches/b1", $$$$"""{"b1":{"status":"success","tags":{"acp_x":{{{{tag}}}},"mine":["1"]}}}""")
            .On("GET", $"{Root}/dataSets/d1", $$$$"""{"d1":{"name":"d","tags":{"acp_x":{{{{tag}}}} }}}""");
        Batch batch = await _batches.GetAsync("b1");
        Dataset dataset = await new DatasetsClient(_wire.Pipeline).GetAsync("d1");
        Assert.Equal((values, values), (string.Join(' ', batch.Tags["acp_x"]), string.Join(' ', dataset.Tags["acp_x"])));
        Assert.Equal(["1"], batch.Tags["mine"]);
        Assert.Empty(batch.AdditionalProperties);
    }

    [Fact]
    public async Task A_record_is_checked_and_not_kept()
    {
        _wire.On("POST", $"{Root}/batches", "[]").On("PUT", $"{Root}/batches/b1", """["@/batches/b1"]""");
        BatchRecord record = BatchRecord.Of("d1", BatchStatus.Success);
        await _batches.ValidateAsync(record);
        await _batches.ValidateAsync("b1", record);
        Assert.All(_wire.Requests, request => Assert.Equal("validate-only", request.Headers!["Pragma"].Single()));
        Assert.Equal(["POST", "PUT"], _wire.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task Batches_are_found_by_the_time_of_their_rows_and_read_with_all_that_they_stand_for()
    {
        _wire.On("GET", $"{Root}/batches", "{}").On("GET", $"{Root}/batches/uniques/status", "[]")
            .On("GET", $"{Root}/batches/b1", """{"b1":{"status":"success"}}""");
        DateTimeOffset time = DateTimeOffset.FromUnixTimeMilliseconds(1);
        var query = new BatchQuery
        {
            StartAfter = time,
            StartBefore = time.AddMilliseconds(1),
            EndAfter = time.AddMilliseconds(2),
            EndBefore = time.AddMilliseconds(3),
        };
        await _batches.ListAsync(query).ToListAsync();
        await _batches.ListUniqueValuesAsync("status", query).ToListAsync();
        await _batches.GetAggregatedAsync("b1");
        Assert.All(_wire.Requests.Take(2), request => Assert.Equal(("1", "2", "3", "4"), (Wire.Query(request, "startAfter"),
            Wire.Query(request, "startBefore"), Wire.Query(request, "endAfter"), Wire.Query(request, "endBefore"))));
        Assert.Equal("true", Wire.Query(_wire.Requests[2], "aggregate"));
    }

    [Fact]
    public async Task Unique_values_come_page_by_page()
    {
        string full = $"[{string.Join(',', Enumerable.Range(0, 100).Select(number => $"\"v{number}\""))}]";
        _wire.On("GET", $"{Root}/batches/uniques/createdClient", full, """["last"]""");
        List<string> values = await _batches.ListUniqueValuesAsync("createdClient", new BatchQuery { DatasetId = "d1" }).ToListAsync();
        Assert.Equal((101, "v0", "last"), (values.Count, values[0], values[^1]));
        Assert.Equal(["0", "100"], _wire.Requests.Select(request => Wire.Query(request, "start")));
        Assert.All(_wire.Requests, request => Assert.Equal("d1", Wire.Query(request, "dataSet")));
    }

    [Fact]
    public async Task The_last_batches_of_a_dataset_are_found()
    {
        const string Answer =
            """{"d1":{"lastBatchId":"b2","lastBatchStatus":"failed","lastSuccessfulBatchId":"b1","lastFailedBatchId":"b2","sandboxId":"s"}}""";
        _wire.On("GET", $"{Root}/lastBatches", Answer, Answer, "{}");
        LastBatches last = (await _batches.FindLastAsync("d1"))!;
        Assert.Equal(("d1", "b2", BatchStatus.Failed, "b1", "b2"),
            (last.DatasetId, last.LastBatchId, last.LastBatchStatus!.Value, last.LastSuccessfulBatchId, last.LastFailedBatchId));
        Assert.True(last.AdditionalProperties.ContainsKey("sandboxId"));
        Assert.Equal("d1", Wire.Query(_wire.Requests[0], "dataSetId"));
        Assert.Equal("d1", Assert.Single(await _batches.ListLastAsync(BatchStatus.Failed).ToListAsync()).DatasetId);
        Assert.Equal(
            ("failed", "asc:created"), (Wire.Query(_wire.Requests[1], "lastBatchStatus"), Wire.Query(_wire.Requests[1], "orderBy")));
        Assert.Null(await _batches.FindLastAsync("d9"));
    }

    [Fact]
    public async Task A_producer_describes_its_batch()
    {
        _wire.On("POST", $"{Root}/batches", (201, """["@/batches/b1"]"""))
            .On("POST", $"{Root}/batches/mine", (201, """["@/batches/mine"]"""))
            .On("PUT", $"{Root}/batches/b1", """["@/batches/b1"]""").On("PATCH", $"{Root}/batches/b1", """["@/batches/b1"]""")
            .On("DELETE", $"{Root}/batches/b1", """["@/batches/b1"]""");
        BatchRecord record =
            BatchRecord.Of("d1", BatchStatus.Create("processing")) with { RecordCount = 5, Replay = new BatchReplay(["b0"], "again") };
        Assert.Equal("b1", await _batches.CreateAsync(record));
        Wire.IsJson(
            """{"status":"processing","recordCount":5,"relatedObjects":[{"type":"dataSet","id":"d1"}],"replay":{"predecessors":["b0"],"reason":"again"}}""",
            _wire.Single("POST", $"{Root}/batches"));
        await _batches.CreateAsync("mine", record);
        await _batches.ReplaceAsync("b1", record, "1.0.4");
        Assert.Equal("1.0.4", _wire.Single("PUT", $"{Root}/batches/b1").Headers!["If-Match"].Single());
        await _batches.UpdateAsync("b1", new BatchRecord { Status = BatchStatus.Success });
        Wire.IsJson("""{"status":"success"}""", _wire.Single("PATCH", $"{Root}/batches/b1"));
        await _batches.DeleteAsync("b1");
        Assert.Equal(1, _wire.Count("DELETE", $"{Root}/batches/b1"));
    }

    [Fact]
    public async Task A_creation_without_an_answer_is_not_repeated()
    {
        _wire.On("POST", $"{Root}/batches", (503, "{}"));
        await Assert.ThrowsAsync<AepRequestException>(() => _batches.CreateAsync(BatchRecord.Of("d1", BatchStatus.Success)));
        Assert.Single(_wire.Requests);
    }

    [Fact]
    public async Task A_batch_that_somebody_else_has_changed_is_a_conflict()
    {
        _wire.On("PUT", $"{Root}/batches/b1", (412, """{"title":"PreconditionFailedError","detail":"The batch is at version 1.0.2"}"""));
        Assert.Contains("1.0.2", (await Assert.ThrowsAsync<AepConflictException>(() =>
            _batches.ReplaceAsync("b1", BatchRecord.Of("d1", BatchStatus.Success), "1.0.1"))).Message);
    }
}
