using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.BatchIngestion;
using Aep.Sdk.Emulator.Tests.DataPrep;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

/// <summary>Runs that are changed or done again, and what a run says of the rows that it refused.</summary>
public sealed class RunRetryTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly FlowClient _flows = new(fixture);

    [Fact]
    public async Task A_run_that_failed_is_done_again_with_the_same_files()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture);
        await flow.DropAsync("a.csv", "userId,score\nu1,0.5\n"); // the mapping wants another column
        JsonObject failed = Assert.Single(await flow.FinishRunsAsync(1));
        Assert.Equal("failed", FlowClient.Status(failed));
        Assert.Equal("CONNECTOR-2001-500", (string?)failed["metrics"]!["statusSummary"]!["errors"]![0]!["code"]);
        Assert.Contains("a.csv", (string?)failed["metrics"]!["statusSummary"]!["errors"]![0]!["message"]);

        await CorrectMappingAsync(flow);
        JsonObject answer =
            await fixture.Client.CallAsync(200, HttpMethod.Post, $"{FlowClient.Base}/runs/{failed["id"]}/action?op=re-trigger");
        JsonObject again = await _flows.FinishAsync((string)answer["id"]!);
        Assert.True(FlowClient.Status(again) == "success", again.ToJsonString());
        Assert.Equal([("u1", 0.5)], await flow.RowsAsync());
        FlowClient.AssertRefused(await RetryAsync(again), 400); // it has moved records
    }

    [Fact]
    public async Task Exports_that_moved_nothing_are_done_again()
    {
        var batches = new BatchClient(fixture);
        string dataset = await batches.CreateDatasetAsync();
        string flow = await _flows.CreateExportFlowAsync("again", dataset);
        JsonObject empty = await _flows.FinishAsync(await _flows.CreateAsync("runs", new JsonObject { ["flowId"] = flow }));
        await batches.IngestAsync(dataset, BatchClient.Lines(batches.EmailEvent("a")));
        (int status, JsonObject body) = await RetryAsync(empty);
        Assert.Equal(200, status);
        Assert.Equal(1, (int)(await _flows.FinishAsync((string)body["id"]!))["metrics"]!["recordSummary"]!["outputRecordCount"]!);
    }

    [Fact]
    public async Task A_retry_that_is_not_possible_is_refused()
    {
        string dataset = await new BatchClient(fixture).CreateDatasetAsync();
        string flow = await _flows.CreateExportFlowAsync("refused", dataset);
        JsonObject run = await _flows.FinishAsync(await _flows.CreateAsync("runs", new JsonObject { ["flowId"] = flow }));
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, $"/runs/{run["id"]}/action?op=explode"), 400);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Post, $"/runs/{Guid.Empty}/action?op=re-trigger"), 404);
        FlowClient.AssertRefused(
            await _flows.SendAsync(HttpMethod.Post, $"/runs/{run["id"]}/action?op=RE_TRIGGER", ifMatch: "\"stale\""), 412);
        await _flows.SendAsync(HttpMethod.Post, $"/flows/{flow}/action?op=disable");
        FlowClient.AssertRefused(await RetryAsync(run), 400);
    }

    [Fact]
    public async Task A_client_may_change_what_a_run_says_if_it_has_seen_the_last_state()
    {
        string dataset = await new BatchClient(fixture).CreateDatasetAsync();
        string flow = await _flows.CreateExportFlowAsync("changed", dataset);
        JsonObject run = await _flows.FinishAsync(await _flows.CreateAsync("runs", new JsonObject { ["flowId"] = flow }));
        var change = new JsonObject { ["flowId"] = flow, ["providerRefId"] = "mine", ["metrics"] = run["metrics"]!.DeepClone() };
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Put, $"/runs/{run["id"]}", change), 428);
        Assert.Equal(200, (await _flows.SendAsync(HttpMethod.Put, $"/runs/{run["id"]}", change, (string)run["etag"]!)).Status);
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Put, $"/runs/{run["id"]}", change, (string)run["etag"]!), 412);
        JsonObject now = await _flows.GetAsync("runs", (string)run["id"]!);
        Assert.Equal("mine", (string?)now["providerRefId"]);
        Assert.Equal((long)run["createdAt"]!, (long)now["createdAt"]!);
        change["flowId"] = Guid.Empty.ToString();
        FlowClient.AssertRefused(await _flows.SendAsync(HttpMethod.Put, $"/runs/{run["id"]}", change, (string)now["etag"]!), 400);
    }

    [Fact]
    public async Task A_run_that_took_a_part_names_the_rows_and_where_they_are_kept()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture, new ImportSettings { Percent = 60 });
        await flow.DropAsync("a.csv", "userId,prediction\nu1,0.5\nu2,many\n");
        JsonObject run = Assert.Single(await flow.FinishRunsAsync(1));
        Assert.Equal("partialSuccess", FlowClient.Status(run));
        JsonNode error = Assert.Single(run["metrics"]!["statusSummary"]!["errors"]!.AsArray())!;
        Assert.StartsWith("INGEST-", (string?)error["code"]);
        Assert.Contains("a.csv row 2", (string?)error["message"]);
        Assert.Equal(["copyActivity", "promotionActivity"], run["activities"]!.AsArray().Select(activity => (string?)activity!["id"]));
        JsonNode promotion = run["activities"]![1]!;
        Assert.Equal(1, (int)promotion["recordSummary"]!["failedRecordCount"]!);
        JsonNode summary = Assert.Single(promotion["statusSummary"]!["extensions"]!["errors"]!.AsArray())!;
        Assert.Equal(((string?)error["code"], 1), ((string?)summary["code"], (int)summary["recordCount"]!));
        Assert.Equal("promotionActivity", (string?)run["metrics"]!["statusSummary"]!["activityRefs"]![0]);
        JsonObject document = await _flows.GetAsync("flows", flow.Id);
        Assert.Equal((string?)document["sourceConnectionIds"]![0], (string?)run["activities"]![0]!["sourceInfo"]![0]!["id"]);
        Assert.Equal((string?)document["targetConnectionIds"]![0], (string?)promotion["targetInfo"]![0]!["id"]);
        JsonObject kept = await fixture.Client.CallAsync(
            200, HttpMethod.Get, (string)promotion["statusSummary"]!["extensions"]!["manifest"]!["failedRecords"]!);
        Assert.NotEmpty(kept["data"]!.AsArray());
    }

    private Task<(int Status, JsonObject Body)> RetryAsync(JsonObject run) =>
        _flows.SendAsync(HttpMethod.Post, $"/runs/{run["id"]}/action?op=re-trigger");

    private async Task CorrectMappingAsync(ImportFlow flow)
    {
        JsonObject document = await _flows.GetAsync("flows", flow.Id);
        string path = $"{MappingSetClient.Base}/{document["transformations"]![0]!["params"]!["mappingId"]}";
        JsonObject set = await fixture.Client.CallAsync(200, HttpMethod.Get, path);
        set["mappings"]![1]!["source"] = "score";
        await fixture.Client.CallAsync(200, HttpMethod.Put, path, set);
    }
}
