using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

/// <summary>Platforms that are stopped while they read a file: after the restart its rows are there once.</summary>
public sealed class InterruptedImportTests
{
    private const int Rows = 30_000;

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(150)]
    [InlineData(400)]
    public async Task The_rows_of_a_file_are_neither_lost_nor_doubled(int milliseconds)
    {
        using var folder = new TemporaryFolder();
        var options = new AepEmulatorOptions { DataFolder = folder.Path, ProcessingTime = TimeSpan.Zero };
        EmulatorFixture fixture = await EmulatorFixture.StartAsync(options);
        ImportFlow flow = await ImportFlow.CreateAsync(fixture);
        await flow.DropAsync("a.csv", Content());
        await Polling.UntilAsync(() => RunsAsync(flow), runs => runs.Count > 0);
        using (var wait = new PeriodicTimer(TimeSpan.FromMilliseconds(milliseconds + 1)))
            await wait.WaitForNextTickAsync();
        await fixture.DisposeAsync();

        fixture = await EmulatorFixture.StartAsync(options);
        try
        {
            flow = flow.On(fixture);
            await Polling.UntilAsync(() => RunsAsync(flow), runs => runs.Any(run => FlowClient.Status(run!) == "success"));
            JsonArray all =
                await Polling.UntilAsync(() => RunsAsync(flow), runs => runs.All(run => FlowClient.Status(run!) != "processing"));
            Assert.Single(all, run => FlowClient.Status(run!) == "success");
            Assert.Equal(Rows, (await flow.RowsAsync()).DistinctBy(row => row.User).Count());
            Assert.Equal(Rows, (await flow.RowsAsync()).Length);
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    private static string Content()
    {
        var text = new StringBuilder("userId,prediction\n");
        for (int i = 0; i < Rows; i++)
            text.Append('u').Append(i).Append(",0.5\n");
        return text.ToString();
    }

    private static async Task<JsonArray> RunsAsync(ImportFlow flow) =>
        (await flow.Flows.ListAsync($"runs?property=flowId=={flow.Id}"))["items"]!.AsArray();
}
