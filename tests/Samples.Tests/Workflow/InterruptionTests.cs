using Aep.Sdk.Datasets;
using Aep.Sdk.Queries;
using Propensity.Steps;
using Propensity.Workflow;
using Samples.Tests.Support;

namespace Samples.Tests.Workflow;

public sealed class InterruptionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_first_step_that_was_stopped_goes_on_and_sends_nothing_twice()
    {
        var options = new RunOptions { Users = 300, OutputFolder = _folder.Path };
        await using SamplePlatform platform = await SamplePlatform.OpenAsync(options, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var stopped = new WorkflowContext(options, platform.Config, new StoppingConsole(stop));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GenerateSyntheticData.RunAsync(platform.Client, stopped, stop.Token));
        Assert.Single(Directory.EnumerateFiles(_folder.Path, "events-*.journal"));

        var context = new WorkflowContext(options, platform.Config, new PlainConsole(TextWriter.Null));
        await GenerateSyntheticData.RunAsync(platform.Client, context, CancellationToken.None);
        Dataset dataset = (await platform.Client.Datasets.FindByNameAsync(WorkflowNames.EventDataset))!;
        long events = context.Results.Generated!.Events;
        Assert.Equal((events, events), await platform.Client.Queries.QueryAsync(
            $"SELECT COUNT(*) AS n, COUNT(DISTINCT _id) AS ids FROM {Sql.Table(dataset.TableName)}",
            row => (row.Get<long>("n"), row.Get<long>("ids"))).SingleAsync());
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "events-*.journal"));
    }

    // Stops as soon as a batch is in the dataset, while others are on their way.
    private sealed class StoppingConsole(CancellationTokenSource stop) : StepConsole
    {
        public override void Say(string line)
        {
        }

        public override Task<T> TrackAsync<T>(string title, Func<StepProgress, Task<T>> work) => work(new StepProgress(
            share =>
            {
                if (share > 0)
                    stop.Cancel();
            },
            _ => { }));
    }
}
