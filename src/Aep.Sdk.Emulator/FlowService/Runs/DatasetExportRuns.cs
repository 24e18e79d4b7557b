using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService.Schedules;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>Runs that export datasets: by schedule, on demand, ad hoc, and again.</summary>
internal sealed class DatasetExportRuns(FlowResources resources, FlowRuns runs, DatasetExports exports) : IScheduledWork, IRetryableRuns
{
    /// <summary>The datasets of a flow; none when it exports something else.</summary>
    public IReadOnlyList<string> DatasetsOf(Sandbox sandbox, JsonObject flow)
    {
        JsonObject? source = (string?)(flow["sourceConnectionIds"] as JsonArray)?.FirstOrDefault() is { } id
            ? sandbox.Documents[FlowKinds.SourceConnections].Find(id)
            : null;
        return [.. source?["params"]?["datasets"]?.AsArray().Select(item => (string?)item?["dataSetId"]).OfType<string>() ?? []];
    }

    public IEnumerable<ScheduledWork> In(Sandbox sandbox)
    {
        foreach (JsonObject flow in FlowWork.Flows(sandbox).Where(flow => SpecCatalog.IsExport((string?)flow["flowSpec"]?["id"])))
        {
            if (FlowSchedule.Of(flow) is not { } schedule || DatasetsOf(sandbox, flow) is not { Count: > 0 } datasets)
                continue;
            bool incremental = ExportMode.IsIncremental(flow["scheduleParams"]!["exportMode"], ExportMode.Incremental);
            yield return FlowWork.Of(flow, schedule, due => Start(sandbox, flow, new ExportOrder(datasets, incremental), due));
        }
    }

    /// <returns>The run's id.</returns>
    public string Start(Sandbox sandbox, JsonObject flow, ExportOrder order, DateTimeOffset? due = null)
    {
        JsonObject target = resources.Get(sandbox, FlowKinds.TargetConnections, (string)flow["targetConnectionIds"]![0]!);
        return runs.Start(sandbox, (string)flow["id"]!, order.ToInput(), due, (context, _) => Task.FromResult(exports.Export(sandbox, flow, target, order, context)));
    }

    public string? Retry(Sandbox sandbox, JsonObject flow, JsonObject input) =>
        ExportOrder.Read(input) is { } order ? Start(sandbox, flow, order) : null;

    /// <summary>The run that exports a dataset of a flow at the moment.</summary>
    public static string? FindRunning(Sandbox sandbox, string flowId, string datasetId) => sandbox.Documents[FlowKinds.Runs].All()
        .Where(run => (string?)run["flowId"] == flowId && FlowRuns.IsRunning(run))
        .Select(run => (string)run["id"]!)
        .FirstOrDefault(id => RunInputs.Find(sandbox, id) is { } input && ExportOrder.Read(input)?.Datasets.Contains(datasetId) == true);
}
