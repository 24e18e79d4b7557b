using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

public sealed class DatasetExportTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string AdHocRun = "/data/core/activation/disflowprovider/adhocrun";
    private const string DatasetRun = "application/vnd.adobe.adhoc.dataset.activation+json; version=1";
    private readonly FlowClient _flows = new(fixture);
    private readonly BatchClient _batches = new(fixture);
    private readonly LandingZoneClient _landingZone = new(fixture);

    [Fact]
    public async Task An_export_writes_the_rows_of_all_batches_to_the_landing_zone()
    {
        string dataset = await _batches.CreateDatasetAsync();
        await _batches.IngestAsync(dataset, BatchClient.Lines(_batches.EmailEvent("a"), _batches.WebEvent("b")));
        await _batches.IngestAsync(dataset, BatchClient.Lines(_batches.EmailEvent("c")));
        string flow = await _flows.CreateExportFlowAsync("cmle/egress", dataset);

        JsonObject answer = await fixture.Client.CallAsync(200, HttpMethod.Post, AdHocRun, Order(flow, dataset), DatasetRun);
        JsonNode started = Assert.Single(Assert.Single(answer["destinations"]!.AsArray())!["datasets"]!.AsArray())!;
        Assert.Equal(dataset, (string?)started["id"]);
        Assert.Equal(flow, (string?)started["flowId"]);
        JsonObject run = await _flows.FinishAsync(RunId(started));
        Assert.True(FlowClient.Status(run) == "success", run.ToJsonString());

        string name = Assert.Single(await _landingZone.ListAsync(LandingZoneClient.Destination, $"cmle/egress/{dataset}/"));
        Assert.Matches($@"^cmle/egress/{dataset}/exportTime=\d{{14}}/[^/]+\.gz\.parquet$", name);
        byte[] file = await _landingZone.ReadAsync(LandingZoneClient.Destination, name);
        ParquetContent content = ParquetContent.Read(file);
        Assert.Equal(["a", "b", "c"], content.Ids.Order());
        Assert.Equal(["GZIP"], content.Compressions);
        AssertMetrics(run, flow, rows: 3, bytes: file.Length);
    }

    [Fact]
    public async Task A_run_is_processing_before_it_is_done()
    {
        var clock = new StoppedClock();
        EmulatorFixture slow = await clock.StartAsync();
        try
        {
            string dataset = await new BatchClient(slow).CreateDatasetAsync();
            var flows = new FlowClient(slow);
            string flow = await flows.CreateExportFlowAsync("slow", dataset);
            JsonObject answer = await slow.Client.CallAsync(200, HttpMethod.Post, AdHocRun, Order(flow, dataset), DatasetRun);
            string runId = RunId(answer["destinations"]![0]!["datasets"]![0]!);
            JsonObject run = await flows.GetAsync("runs", runId);
            Assert.Equal("processing", FlowClient.Status(run));
            Assert.Null(run["metrics"]!["durationSummary"]!["completedAtUTC"]);
            run = await clock.RunUntilAsync(() => flows.GetAsync("runs", runId), current => FlowClient.Status(current) != "processing");
            Assert.Equal("success", FlowClient.Status(run));
        }
        finally
        {
            await slow.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_flow_is_ready_after_a_while_and_has_one_run_of_a_dataset_at_a_time()
    {
        var clock = new StoppedClock();
        EmulatorFixture slow = await EmulatorFixture.StartAsync(
            new AepEmulatorOptions { TimeProvider = clock.Time, AdHocExportDelay = TimeSpan.FromMinutes(10) });
        try
        {
            string dataset = await new BatchClient(slow).CreateDatasetAsync();
            string flow = await new FlowClient(slow).CreateExportFlowAsync("ready", dataset);
            Task<(int Status, JsonObject Body)> RunAsync() =>
                slow.Client.CallAsync(HttpMethod.Post, AdHocRun, Order(flow, dataset), DatasetRun);
            (int status, JsonObject body) = await RunAsync();
            Assert.Equal(400, status);
            Assert.Contains("Following order ID(s) are not ready for dataset export, please wait for 10 minutes", (string?)body["message"]);
            clock.Time.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal(200, (await RunAsync()).Status);
            (status, body) = await RunAsync();
            Assert.Equal(400, status);
            Assert.Contains($"Run already exists for dataset {dataset}", (string?)body["message"]);
        }
        finally
        {
            await slow.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_empty_dataset_is_exported_as_no_file()
    {
        string dataset = await _batches.CreateDatasetAsync();
        string flow = await _flows.CreateExportFlowAsync("empty", dataset);
        await fixture.Client.CallAsync(200, HttpMethod.Post, AdHocRun, Order(flow, dataset), DatasetRun);
        JsonObject run = Assert.Single(await _flows.FinishRunsAsync(flow, 1));
        Assert.Equal("success", FlowClient.Status(run));
        Assert.Equal(0, (int)run["metrics"]!["fileSummary"]!["outputFileCount"]!);
        Assert.Empty(await _landingZone.ListAsync(LandingZoneClient.Destination, $"empty/{dataset}"));
    }

    [Fact]
    public async Task Each_export_has_files_of_its_own_and_runs_are_listed_by_flow()
    {
        string dataset = await _batches.CreateDatasetAsync();
        await _batches.IngestAsync(dataset, BatchClient.Lines(_batches.EmailEvent("a")));
        string flow = await _flows.CreateExportFlowAsync("twice", dataset);
        string another = await _flows.CreateExportFlowAsync("once", dataset);
        await fixture.Client.CallAsync(200, HttpMethod.Post, AdHocRun, Order(flow, dataset), DatasetRun);
        await fixture.Client.CallAsync(200, HttpMethod.Post, AdHocRun, Order(another, dataset), DatasetRun);
        await _flows.FinishRunsAsync(flow, 1);
        await fixture.Client.CallAsync(200, HttpMethod.Post, AdHocRun, Order(flow, dataset), DatasetRun);
        Assert.All(await _flows.FinishRunsAsync(flow, 2), run => Assert.Equal(flow, (string?)run["flowId"]));
        Assert.Single(await _flows.FinishRunsAsync(another, 1));
        Assert.Equal(2, (await _landingZone.ListAsync(LandingZoneClient.Destination, $"twice/{dataset}/")).Length);
        Assert.Single((await _flows.ListAsync($"runs?property=flowId=={flow}&limit=1"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_request_that_is_refused_has_started_nothing()
    {
        string dataset = await _batches.CreateDatasetAsync(), foreign = await _batches.CreateDatasetAsync();
        string flow = await _flows.CreateExportFlowAsync("refused", dataset);
        await AssertRefusedAsync(400, Order(flow, dataset, foreign));
        await AssertRefusedAsync(404, Order(Guid.Empty.ToString(), dataset));
        await AssertRefusedAsync(400, JsonCalls.Json("""{ "activationInfo": {} }"""));
        await AssertRefusedAsync(400, []);
        await _flows.SendAsync(HttpMethod.Post, $"/flows/{flow}/action?op=disable");
        await AssertRefusedAsync(400, Order(flow, dataset));
        Assert.Empty((await _flows.ListAsync($"runs?property=flowId=={flow}"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Another_accept_header_is_not_supported()
    {
        (int status, JsonObject body) = await fixture.Client.CallAsync(HttpMethod.Post, AdHocRun, Order("x", "y"), "application/json");
        Assert.Equal(501, status);
        Assert.Contains("Accept", (string?)body["detail"]);
    }

    private static JsonObject Order(string flow, params string[] datasets) => new()
    {
        ["activationInfo"] = new JsonObject
        {
            ["destinations"] = new JsonArray(new JsonObject
            {
                ["flowId"] = flow,
                ["datasets"] = new JsonArray([.. datasets.Select(id => new JsonObject { ["id"] = id })]),
            }),
        },
    };

    private static string RunId(JsonNode started)
    {
        var url = new Uri((string)started["statusURL"]!);
        Assert.StartsWith($"{FlowClient.Base}/runs/", url.AbsolutePath);
        return url.Segments[^1];
    }

    private static void AssertMetrics(JsonObject run, string flow, int rows, int bytes)
    {
        Assert.Equal(flow, (string?)run["flowId"]);
        JsonNode metrics = run["metrics"]!;
        Assert.Equal(rows, (int)metrics["recordSummary"]!["inputRecordCount"]!);
        Assert.Equal(rows, (int)metrics["recordSummary"]!["outputRecordCount"]!);
        Assert.Equal(0, (int)metrics["recordSummary"]!["failedRecordCount"]!);
        Assert.Equal(bytes, (int)metrics["sizeSummary"]!["outputBytes"]!);
        Assert.Equal(1, (int)metrics["fileSummary"]!["outputFileCount"]!);
        long started = (long)metrics["durationSummary"]!["startedAtUTC"]!, completed = (long)metrics["durationSummary"]!["completedAtUTC"]!;
        Assert.True(started <= completed, string.Create(CultureInfo.InvariantCulture, $"{started} {completed}"));
    }

    private async Task AssertRefusedAsync(int status, JsonObject body) =>
        Assert.Equal(status, (await fixture.Client.CallAsync(HttpMethod.Post, AdHocRun, body, DatasetRun)).Status);
}
