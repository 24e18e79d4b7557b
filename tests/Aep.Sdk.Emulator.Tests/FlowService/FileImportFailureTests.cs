using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

public sealed class FileImportFailureTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Header = "userId,prediction\n";

    [Theory]
    [InlineData("user,prediction\nu1,0.1\n", "userId")] // a column is missing
    [InlineData("USERID,prediction\nu1,0.1\n", "userId")] // names are compared exactly
    [InlineData("", "userId")] // no header at all
    [InlineData(Header + "u1,0.1\nu2,high\n", "propensity")] // no number
    [InlineData(Header + "u1,0.1\nu2\n", "a.csv")] // a value is missing
    [InlineData(Header + "u1,0.1\nu2,0.2,0.3\n", "a.csv")] // a value too many
    [InlineData(Header + "u1,0.1\n\"u2,0.2\n", "a.csv")] // a quote that is not closed
    public async Task A_file_that_cannot_be_read_fails_the_run_and_adds_no_row(string text, string says)
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture);
        await flow.DropAsync("a.csv", text);
        JsonObject run = Assert.Single(await flow.FinishRunsAsync(1));
        Assert.Equal("failed", FlowClient.Status(run));
        JsonArray errors = run["metrics"]!["statusSummary"]!["errors"]!.AsArray();
        Assert.Contains(says, string.Join("\n", errors.Select(error => (string?)error!["message"])));
        Assert.NotNull(run["metrics"]!["durationSummary"]!["completedAtUTC"]);
        Assert.Empty(await flow.RowsAsync());
        Assert.Equal("failed", (string?)Assert.Single(await BatchesAsync(flow))["status"]);
    }

    [Fact]
    public async Task A_flow_goes_on_with_the_next_file_and_does_not_come_back_to_the_bad_one()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture);
        await flow.DropAsync("a.csv", Header + "u1,low\n");
        await flow.FinishRunsAsync(1);
        await flow.DropAsync("b.csv", Header + "u2,0.2\n");
        JsonObject[] runs = await flow.FinishRunsAsync(2);
        Assert.Equal(["failed", "success"], runs.Select(FlowClient.Status).Order());
        Assert.Equal([("u2", 0.2)], await flow.RowsAsync());
    }

    [Fact]
    public async Task The_failed_rows_are_counted()
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture);
        await flow.DropAsync("a.csv", Header + "u1,0.1\nu2,high\n");
        JsonNode records = Assert.Single(await flow.FinishRunsAsync(1))["metrics"]!["recordSummary"]!;
        Assert.Equal(2, (int)records["inputRecordCount"]!);
        Assert.Equal(0, (int)records["outputRecordCount"]!);
        Assert.Equal(2, (int)records["failedRecordCount"]!);
    }

    private static async Task<IEnumerable<JsonObject>> BatchesAsync(ImportFlow flow)
    {
        (_, JsonNode batches) = await flow.Batches.Catalog.SendAsync(HttpMethod.Get, $"/batches?dataSet={flow.DatasetId}");
        return batches.AsObject().Select(batch => batch.Value!.AsObject());
    }
}
