using Aep.Sdk.Flows;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Flows;

public sealed class FlowRunTests : IDisposable
{
    private const string Runs = "/data/foundation/flowservice/runs";
    private const string Succeeded =
        """
        {"items":[
          {"id":"old","flowId":"f","createdAt":1,"metrics":{"statusSummary":{"status":"success"}}},
          {"id":"new","flowId":"f","createdAt":2,"metrics":{
            "durationSummary":{"startedAtUTC":10,"completedAtUTC":20},"sizeSummary":{"outputBytes":99},
            "recordSummary":{"outputRecordCount":7},"fileSummary":{"outputFileCount":2},"statusSummary":{"status":"Success"}}}]}
        """;

    private readonly Wire _wire = new();
    private readonly FlowsClient _flows;

    public FlowRunTests() => _flows = new FlowsClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task WaitingToleratesThatThereIsNoRunYet()
    {
        _wire.On("GET", Runs, """{"items":[]}""",
            """{"items":[{"id":"new","createdAt":2,"metrics":{"statusSummary":{"status":"processing"}}}]}""", Succeeded);
        var seen = new List<string>();

        FlowRun run = await _flows.WaitForRunAsync("f", progress: new ListProgress(seen));

        Assert.Equal("new", run.Id);
        Assert.Equal((7L, 99L, 2L),
            (run.Metrics.RecordSummary.OutputRecordCount, run.Metrics.SizeSummary.OutputBytes, run.Metrics.FileSummary.OutputFileCount));
        Assert.Equal(["no run yet", "processing", "Success"], seen);
        Assert.Equal("flowId==f", Wire.Query(_wire.Requests[0], "property"));
    }

    [Fact]
    public async Task EarlierRunsDoNotCount()
    {
        _wire.On("GET", Runs, """{"items":[{"id":"old","createdAt":1,"metrics":{"statusSummary":{"status":"success"}}}]}""", Succeeded);
        Assert.Equal("new", (await _flows.WaitForRunAsync("f", new FlowRunSelection { ExceptRunIds = ["old"] })).Id);
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("Failed")]
    [InlineData("cancelled")]
    public async Task ARunThatEndsBadlyThrowsWithItsErrors(string status)
    {
        _wire.On(
            "GET", Runs,
            """
            {"items":[{"id":"r","metrics":{"statusSummary":{"status":"?","errors":[{"code":"C-1","message":"Job aborted."}]}}}]}
            """.Replace("?", status));

        var error = await Assert.ThrowsAsync<AepOperationFailedException>(() => _flows.WaitForRunAsync("f"));
        Assert.Contains("C-1: Job aborted.", error.Errors);
    }

    [Fact]
    public async Task ARunThatLeftRowsOutWithinItsShareSaysHowManyAndWhy()
    {
        _wire.On("GET", Runs, """
            {"items":[{"id":"r","metrics":{"recordSummary":{"inputRecordCount":100,"outputRecordCount":97,"failedRecordCount":3},
              "statusSummary":{"status":"partialSuccess","errors":[{"code":"MAPPER-3017-400","message":"2 rows: no number"},{"code":"X",
               "message":"1 row"}]}}}]}
            """);

        FlowRun run = await _flows.WaitForRunAsync("f");

        Assert.Equal(FlowRunStatus.PartialSuccess, run.Status);
        Assert.Equal((100L, 97L, 3L, false), (run.Outcome.RowsRead, run.Outcome.RowsWritten, run.Outcome.RowsFailed, run.Outcome.IsWhole));
        Assert.Equal(
            "partialSuccess: 100 rows read, 97 written, 3 failed; MAPPER-3017-400: 2 rows: no number; X: 1 row", run.Outcome.ToString());
    }

    [Theory]
    [InlineData("""{"recordSummary":{"inputRecordCount":5,"outputRecordCount":5},"statusSummary":{"status":"success"}}""", null, true)]
    [InlineData("""{"recordSummary":{"failedRecordCount":0},"statusSummary":{"status":"success"}}""", 0L, true)]
    [InlineData("""{"recordSummary":{"failedRecordCount":1},"statusSummary":{"status":"success"}}""", 1L, false)]
    [InlineData("""{"statusSummary":{"status":"success","errors":[{"code":"C"}]}}""", null, false)]
    [InlineData(
        """{"recordSummary":{"inputRecordCount":5,"outputRecordCount":3},"statusSummary":{"status":"partialSuccess"}}""", 2L, false)]
    public async Task ASuccessMayHaveFailedRowsToo(string metrics, long? failed, bool isWhole)
    {
        _wire.On("GET", Runs, $$"""{"items":[{"id":"r","metrics":{{metrics}}}]}""");
        FlowRun run = await _flows.WaitForRunAsync("f");
        Assert.Equal((failed, isWhole), (run.Outcome.RowsFailed, run.Outcome.IsWhole));
    }

    [Fact]
    public async Task AnUnknownStateIsNeitherOverNorSuccess()
    {
        _wire.On("GET", Runs, """{"items":[{"id":"r","metrics":{"statusSummary":{"status":"hibernating"}}}]}""");
        await Assert.ThrowsAsync<AepOperationTimeoutException>(() => _flows.WaitForRunAsync("f"));
    }

    [Fact]
    public async Task ARunCanBeAskedFor()
    {
        _wire.On("POST", Runs, (201, """{"id":"r1"}"""));
        Assert.Equal("r1", await _flows.Runs.CreateAsync("f"));
        Wire.IsJson("""{"flowId":"f"}""", _wire.Single("POST", Runs));
    }

    private sealed class ListProgress(List<string> seen) : IProgress<AepProgress>
    {
        public void Report(AepProgress value) => seen.Add(value.Status);
    }
}
