using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService.Schedules;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>Runs that export datasets: by schedule, on demand, ad hoc, and again.</summary>
internal sealed class DatasetExportRuns(FlowResources resources, FlowRuns runs, RunTurns turns, DatasetExports exports)
    : IScheduledWork, IRetryableRuns, IResumableRuns
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
    public string Start(Sandbox sandbox, JsonObject flow, ExportOrder order, DateTimeOffset? due = null) =>
        runs.Start(
            sandbox, (string)flow["id"]!, order.ToInput(), due,
            JobOf(sandbox, flow, resources.Get(sandbox, FlowKinds.TargetConnections, TargetOf(flow)), order));

    public string? Retry(Sandbox sandbox, JsonObject flow, JsonObject input) =>
        ExportOrder.Read(input) is { } order ? Start(sandbox, flow, order) : null;

    public bool TryResume(Sandbox sandbox, JsonObject run, JsonObject input)
    {
        if (ExportOrder.Read(input) is not { } order
            || sandbox.Documents[FlowKinds.Flows].Find((string)run["flowId"]!) is not { } flow
            || sandbox.Documents[FlowKinds.TargetConnections].Find(TargetOf(flow)) is not { } target)
            return false;
        runs.Start(sandbox, RunContext.Of(run, input), JobOf(sandbox, flow, target, order));
        return true;
    }

    /// <summary>The run that exports a dataset of a flow at the moment.</summary>
    public static string? FindRunning(Sandbox sandbox, string flowId, string datasetId) => sandbox.Documents[FlowKinds.Runs].All()
        .Where(run => (string?)run["flowId"] == flowId && FlowRuns.IsRunning(run))
        .Select(run => (string)run["id"]!)
        .FirstOrDefault(id => RunInputs.Find(sandbox, id) is { } input && ExportOrder.Read(input)?.Datasets.Contains(datasetId) == true);

    private static string TargetOf(JsonObject flow) => (string)flow["targetConnectionIds"]![0]!;

    private Func<RunContext, CancellationToken, Task<RunResult>> JobOf(
        Sandbox sandbox, JsonObject flow, JsonObject target, ExportOrder order) =>
        (context, cancellationToken) => turns.TakeAsync(
            context.FlowId, () => exports.ExportAsync(sandbox, flow, target, order, context, cancellationToken), cancellationToken);
}
