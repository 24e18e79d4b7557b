using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.LandingZone;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

public sealed class FileImportTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Header = "userId,prediction\n";

    [Fact]
    public async Task The_rows_of_a_file_stand_in_the_dataset()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture);
        string text = Header + "u1,0.25\nu2,1e-3\nu3,1\n";
        await flow.DropAsync("exportTime=20250301000000/part-0.csv", text);
        JsonObject run = Assert.Single(await flow.FinishRunsAsync(1));
        Assert.True(FlowClient.Status(run) == "success", run.ToJsonString());
        Assert.Equal([("u1", 0.25), ("u2", 0.001), ("u3", 1.0)], await flow.RowsAsync());

        JsonNode metrics = run["metrics"]!;
        Assert.Equal(3, (int)metrics["recordSummary"]!["inputRecordCount"]!);
        Assert.Equal(3, (int)metrics["recordSummary"]!["outputRecordCount"]!);
        Assert.Equal(0, (int)metrics["recordSummary"]!["failedRecordCount"]!);
        Assert.Equal(1, (int)metrics["fileSummary"]!["inputFileCount"]!);
        Assert.Equal(text.Length, (int)metrics["sizeSummary"]!["inputBytes"]!);
    }

    [Fact]
    public async Task Each_file_is_taken_once()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture);
        await flow.DropAsync("a.csv", Header + "u1,0.1\n");
        await flow.FinishRunsAsync(1);
        await flow.DropAsync("b.csv", Header + "u2,0.2\n");
        await flow.FinishRunsAsync(2);
        await flow.DropAsync("a.csv", Header + "u3,0.3\n"); // another file in its place
        await flow.FinishRunsAsync(3);
        Assert.Equal([("u1", 0.1), ("u2", 0.2), ("u3", 0.3)], await flow.RowsAsync());
    }

    [Fact]
    public async Task Files_that_come_together_are_each_taken_once()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture);
        (string? User, double? Score)[] expected = [.. Enumerable.Range(10, 12).Select(i => ((string?)$"u{i}", (double?)i))];
        await Task.WhenAll(expected.Select(row => flow.DropAsync($"{row.User}.csv", $"{Header}{row.User},{row.Score}\n")));
        await Polling.UntilAsync(flow.RowsAsync, rows => rows.Length >= expected.Length);
        Assert.Equal(expected, await flow.RowsAsync());
    }

    [Fact]
    public async Task Quotes_line_ends_and_empty_values_are_read_as_csv()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture);
        await flow.DropAsync(
            "a.csv", "\uFEFFprediction,\"an \"\"other\"\", one\",\"userId\"\r\n0.5,x,\"a,b\"\r\n,\"x\ny\",\"say \"\"hi\"\"\"\r\n");
        Assert.Equal("success", FlowClient.Status(Assert.Single(await flow.FinishRunsAsync(1))));
        Assert.Equal([("a,b", 0.5), ("say \"hi\"", null)], await flow.RowsAsync());
    }

    [Fact]
    public async Task Only_the_files_of_its_own_folder_are_taken()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture), another = await ImportFlow.CreateAsync(fixture);
        await new LandingZoneClient(fixture).DropAsync(flow.Folder + "-longer/a.csv", Header + "wrong,0\n");
        await another.DropAsync("a.csv", Header + "another,0.5\n");
        await flow.DropAsync("deep/er/a.csv", Header + "u1,0.1\n");
        await flow.FinishRunsAsync(1);
        await another.FinishRunsAsync(1);
        Assert.Equal([("u1", 0.1)], await flow.RowsAsync());
        Assert.Equal([("another", 0.5)], await another.RowsAsync());
    }

    [Fact]
    public async Task A_path_with_asterisks_takes_the_files_whose_names_fit()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture, new ImportSettings { File = "/*premium*.csv", Recursive = false });
        await flow.DropAsync("Premium.csv", "userId,prediction\nu3,0.3\n");
        await flow.DropAsync("premium.csv.bak", "userId,prediction\nu4,0.4\n");
        await flow.DropAsync("below/premium.csv", "userId,prediction\nu5,0.5\n");
        await flow.DropAsync("premium.csv", "userId,prediction\nu1,0.1\n");
        await flow.DropAsync("a-premium-b.csv", "userId,prediction\nu2,0.2\n");
        // One run takes both, or each has its own; the others were there before them.
        (string?, double?)[] rows = await Polling.UntilAsync(flow.RowsAsync, found => found.Length >= 2);
        Assert.Equal([("u1", 0.1), ("u2", 0.2)], rows);
    }

    [Fact]
    public async Task A_disabled_flow_waits_until_it_is_enabled()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture), enabled = await ImportFlow.CreateAsync(fixture);
        Assert.Equal(200, (await flow.Flows.SendAsync(HttpMethod.Post, $"/flows/{flow.Id}/action?op=disable")).Status);
        await flow.DropAsync("a.csv", Header + "u1,0.1\n");
        await enabled.DropAsync("a.csv", Header + "u1,0.1\n");
        await enabled.FinishRunsAsync(1);
        await flow.FinishRunsAsync(0);

        Assert.Equal(200, (await flow.Flows.SendAsync(HttpMethod.Post, $"/flows/{flow.Id}/action?op=enable")).Status);
        await flow.FinishRunsAsync(1);
        Assert.Equal([("u1", 0.1)], await flow.RowsAsync());
    }

    [Fact]
    public async Task A_flow_starts_at_its_start_time()
    {
        var clock = new StoppedClock();
        EmulatorFixture own = await clock.StartAsync();
        try
        {
            long start = clock.Time.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds();
            ImportFlow flow = await ImportFlow.CreateAsync(own, start);
            await flow.DropAsync("a.csv", Header + "u1,0.1\n");
            JsonNode run =
                (await clock.RunUntilAsync(() => RunAsync(flow), found => found is not null && FlowClient.Status(found) == "success"))!;
            Assert.True((long)run["metrics"]!["durationSummary"]!["startedAtUTC"]! >= start * 1000);
            Assert.Equal([("u1", 0.1)], await flow.RowsAsync());
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_start_that_is_brought_forward_holds_at_once()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture, DateTimeOffset.UtcNow.AddDays(100).ToUnixTimeSeconds());
        await flow.DropAsync("a.csv", Header + "u1,0.1\n");
        await flow.FinishRunsAsync(0);
        string etag = (string)(await flow.Flows.GetAsync("flows", flow.Id))["etag"]!;
        var patch = JsonNode.Parse("""[{ "op": "Replace", "path": "/scheduleParams/startTime", "value": 0 }]""");
        Assert.Equal(200, (await flow.Flows.SendAsync(HttpMethod.Patch, $"/flows/{flow.Id}", patch, etag)).Status);
        await flow.FinishRunsAsync(1);
        Assert.Equal([("u1", 0.1)], await flow.RowsAsync());
    }

    private static async Task<JsonNode?> RunAsync(ImportFlow flow) =>
        (await flow.Flows.ListAsync($"runs?property=flowId=={flow.Id}"))["items"]!.AsArray().SingleOrDefault();
}
