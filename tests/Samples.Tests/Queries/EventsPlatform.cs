using Aep.Sdk;
using Aep.Sdk.Datasets;
using Propensity.Steps;
using Propensity.Workflow;
using Samples.Tests.Support;

namespace Samples.Tests.Queries;

/// <summary>A local platform with the events of the first sample in several batches.</summary>
public sealed class EventsPlatform : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private SamplePlatform _platform = null!;

    public AepClient Aep => _platform.Client;

    public string Table { get; private set; } = "";

    public string TenantId { get; private set; } = "";

    public long Events { get; private set; }

    public int Batches { get; private set; }

    public async Task InitializeAsync()
    {
        var options = new RunOptions { Users = 150, OutputFolder = _folder.Path, PlatformFolder = _folder.File("platform") };
        _platform = await SamplePlatform.OpenAsync(options, CancellationToken.None);
        var context = new WorkflowContext(options, _platform.Config, new PlainConsole(TextWriter.Null));
        await GenerateSyntheticData.RunAsync(Aep, context, CancellationToken.None);
        Dataset dataset = (await Aep.Datasets.FindByNameAsync(WorkflowNames.EventDataset))!;
        (Table, TenantId) = (dataset.TableName, context.Results.Generated!.TenantId);
        (Events, Batches) = (context.Results.Generated.Events, context.Results.Generated.Batches);
    }

    public async Task DisposeAsync()
    {
        await _platform.DisposeAsync();
        _folder.Dispose();
    }
}
