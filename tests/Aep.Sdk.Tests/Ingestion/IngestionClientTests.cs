using System.Text.Json.Nodes;
using Aep.Sdk.Datasets;
using Aep.Sdk.Ingestion;
using Aep.Sdk.Tests.Core.Pipeline;
using Aep.Sdk.Tests.Support;
using WireMock;

namespace Aep.Sdk.Tests.Ingestion;

public sealed class IngestionClientTests : IDisposable
{
    private const string Batches = "/data/foundation/import/batches";
    private const string Catalog = "/data/foundation/catalog/batches";

    private readonly Wire _wire = new();
    private readonly IngestionClient _ingestion;

    public IngestionClientTests() => _ingestion = _wire.Ingestion();

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task Rows_go_in_batches_and_each_is_waited_for()
    {
        foreach (string batch in (string[])["b1", "b2", "b3"])
            Accept(batch, """{"status":"staging"}""", """{"status":"success","metrics":{"outputRecordCount":2}}""");
        _wire.On("POST", Batches, """{"id":"b1"}""", """{"id":"b2"}""", """{"id":"b3"}""");
        var progress = new Recorder();
        IngestionResult result = await IngestAsync(
            5, new IngestionOptions { RecordsPerBatch = 2, MaxParallelUploads = 1, MaxParallelBatches = 1, Progress = progress });

        Assert.Equal((5, 3), (result.Records, result.BatchIds.Count));
        Assert.Equal(["0,1", "2,3", "4"], _wire.Requests.Where(request => request.Method == "PUT").Select(Numbers));
        Assert.Contains("\"inputFormat\":{\"format\":\"json\",\"isMultiLineJson\":false}", _wire.Requests.First(
            request => request.Path == Batches).Body);
        Assert.All(["b1", "b2", "b3"], batch => Assert.Equal("COMPLETE", Wire.Query(_wire.Single("POST", $"{Batches}/{batch}"), "action")));
        Assert.Equal(new IngestionProgress(5, 3, 3), progress.Reports[^1]);
    }

    [Fact]
    public async Task Batches_end_before_they_grow_too_large()
    {
        Accept("b1", """{"status":"success"}""");
        _wire.On("POST", Batches, """{"id":"b1"}""");
        IngestionResult result = await IngestAsync(10, new IngestionOptions { MaxBatchBytes = 40, MaxParallelUploads = 1 });
        Assert.True(result.BatchIds.Count > 1);
        IRequestMessage[] files = [.. _wire.Requests.Where(request => request.Method == "PUT")];
        Assert.All(files, file => Assert.InRange(file.Body!.Length, 1, 40));
        Assert.Equal("0,1,2,3,4,5,6,7,8,9", string.Join(',', files.Select(Numbers)));
    }

    [Fact]
    public async Task A_batch_that_fails_brings_the_platforms_reasons()
    {
        Accept("b1", """{"status":"failed","errors":[{"code":"1401","description":"a field is missing"}]}""");
        _wire.On("POST", Batches, """{"id":"b1"}""");
        var failed = await Assert.ThrowsAsync<IngestionFailedException>(() => IngestAsync(1));
        Assert.Equal(BatchStatus.Failed, Assert.Single(failed.Result.Batches).Status);
        Assert.Contains("1401", failed.Message);
        Assert.Contains("a field is missing", failed.Message);
    }

    [Fact]
    public async Task A_batch_whose_file_could_not_be_sent_is_aborted()
    {
        _wire.On("POST", Batches, """{"id":"b1"}""")
            .On("PUT", $"{Batches}/b1/datasets/d1/files/00001.json", (413, """{"title":"Too large"}""")).On("POST", $"{Batches}/b1", "");
        var refused = await Assert.ThrowsAsync<IngestionFailedException>(() => IngestAsync(1));
        Assert.Equal(413, Assert.IsType<AepRequestException>(refused.InnerException).Status);
        Assert.Equal(BatchStatus.Aborted, Assert.Single(refused.Result.Batches).Status);
        Assert.Equal("ABORT", Wire.Query(_wire.Single("POST", $"{Batches}/b1"), "action"));
    }

    [Fact]
    public async Task A_batch_counts_as_sent_when_its_completion_is_acknowledged()
    {
        _wire.On("POST", Batches, """{"id":"b1"}""").On("PUT", $"{Batches}/b1/datasets/d1/files/00001.json", "")
            .On("POST", $"{Batches}/b1", (400, """{"title":"Not now"}""")).On("GET", $"{Catalog}/b1", """{"b1":{"status":"loading"}}""");
        var progress = new Recorder();
        await Assert.ThrowsAsync<IngestionFailedException>(() => IngestAsync(1, new IngestionOptions { Progress = progress }));
        Assert.Equal(new IngestionProgress(1, 0, 0), progress.Reports[^1]);
    }

    [Fact]
    public async Task Rows_of_a_list_go_as_those_of_a_stream_do()
    {
        Accept("b1", """{"status":"success"}""");
        _wire.On("POST", Batches, """{"id":"b1"}""");
        List<JsonObject> rows = [new() { ["n"] = 0 }, new() { ["n"] = 1 }];
        Assert.Equal(2, (await _ingestion.IngestAsync("d1", rows, RawJson.Default.JsonObject)).Records);
        Assert.Equal("0,1", Numbers(Assert.Single(_wire.Requests, request => request.Method == "PUT")));
    }

    [Fact]
    public async Task No_rows_are_no_batch()
    {
        Assert.Equal(0, (await IngestAsync(0)).Records);
        Assert.Empty(_wire.Requests);
    }

    private Task<IngestionResult> IngestAsync(int rows, IngestionOptions? options = null) => _ingestion.IngestAsync(
        "d1", Enumerable.Range(0, rows).Select(number => new JsonObject { ["n"] = number }).ToAsyncEnumerable(), RawJson.Default.JsonObject,
        options);

    private void Accept(string batch, params string[] states)
    {
        _wire.On("PUT", $"{Batches}/{batch}/datasets/d1/files/00001.json", "").On("POST", $"{Batches}/{batch}", "")
            .On("GET", $"{Catalog}/{batch}", [.. states.Select(state => $$"""{"{{batch}}":{{state}}}""")]);
    }

    private static string Numbers(IRequestMessage file) => string.Join(
        ',', file.Body!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (int)JsonNode.Parse(line)!["n"]!));

    private sealed class Recorder : IProgress<IngestionProgress>
    {
        public List<IngestionProgress> Reports { get; } = [];

        public void Report(IngestionProgress value) => Reports.Add(value);
    }
}
