using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

/// <summary>Rows that fail, and how many a flow bears.</summary>
public sealed class PartialImportTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string OneOfFour = "userId,prediction\nu1,1\nu2,high\nu3,3\nu4,4\n";

    [Theory]
    [InlineData("prediction", "ATTRIBUTE", "propensity")]
    [InlineData("to_integer(prediction)", "EXPRESSION", "The mapping to")]
    public async Task A_row_that_fails_is_told_and_the_others_are_taken(string score, string type, string says)
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture, new ImportSettings { Score = score, ScoreType = type, Percent = 25 });
        await flow.DropAsync("a.csv", OneOfFour);
        JsonObject run = Assert.Single(await flow.FinishRunsAsync(1));
        Assert.True(FlowClient.Status(run) == "partialSuccess", run.ToJsonString());
        Assert.Equal([("u1", 1), ("u3", 3), ("u4", 4)], await flow.RowsAsync());
        AssertRecords(run, 4, 3);
        string error = (string)Assert.Single(run["metrics"]!["statusSummary"]!["errors"]!.AsArray())!["message"]!;
        Assert.Contains("a.csv row 2: ", error);
        Assert.Contains(says, error);
    }

    [Theory]
    [InlineData("prediction", "ATTRIBUTE")]
    [InlineData("to_integer(prediction)", "EXPRESSION")]
    public async Task Too_many_of_them_fail_the_run_and_add_no_row(string score, string type)
    {
        ImportFlow flow = await ImportFlow.CreateAsync(fixture, new ImportSettings { Score = score, ScoreType = type, Percent = 24 });
        await flow.DropAsync("a.csv", OneOfFour);
        JsonObject run = Assert.Single(await flow.FinishRunsAsync(1));
        Assert.Equal("failed", FlowClient.Status(run));
        AssertRecords(run, 4, 0);
        Assert.Empty(await flow.RowsAsync());
    }

    private static void AssertRecords(JsonObject run, int read, int written)
    {
        JsonNode records = run["metrics"]!["recordSummary"]!;
        Assert.Equal((read, written, read - written),
            ((int)records["inputRecordCount"]!, (int)records["outputRecordCount"]!, (int)records["failedRecordCount"]!));
    }
}
