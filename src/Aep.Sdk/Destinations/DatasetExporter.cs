using System.Text.Json.Nodes;
using Aep.Sdk.Flows;

namespace Aep.Sdk.Destinations;

/// <summary>The dataflow that exports one dataset to one folder.</summary>
internal sealed class DatasetExporter(FlowsClient flows, AdHocRuns runs, ExportGuard guard, TimeProvider time)
{
    public async Task<DatasetExport> ExportAsync(
        string datasetId, DatasetExportDefinition export, IProgress<AepProgress>? progress, CancellationToken cancellationToken)
    {
        await guard.CheckDatasetAsync(datasetId, export.Guard, cancellationToken).ConfigureAwait(false);
        string flowId = await GetOrCreateFlowAsync(datasetId, export, null, cancellationToken).ConfigureAwait(false);
        AdHocRun started = await runs.StartDatasetAsync(flowId, datasetId, export.ReadyTimeout, cancellationToken).ConfigureAwait(false);
        return new DatasetExport
        {
            DatasetId = datasetId,
            FlowId = flowId,
            Path = $"{export.Destination.Path}/{datasetId}",
            AlreadyExported = started.AlreadyRuns,
            Run = await flows.WaitForRunAsync(flowId, started.Selection, progress, cancellationToken).ConfigureAwait(false),
        };
    }

    public async Task<string> ScheduleAsync(
        string datasetId, DatasetExportDefinition export, FlowSchedule schedule, CancellationToken cancellationToken)
    {
        await guard.CheckDatasetAsync(datasetId, export.Guard, cancellationToken).ConfigureAwait(false);
        return await GetOrCreateFlowAsync(datasetId, export, schedule, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> GetOrCreateFlowAsync(
        string datasetId, DatasetExportDefinition export, FlowSchedule? schedule, CancellationToken cancellationToken)
    {
        string when = schedule is null ? "" : $", every {schedule.Interval?.TotalHours} hours";
        string name = $"Dataset {datasetId} to {export.Destination.Label} {export.FormatLabel}{when}";
        if (await flows.FindEnabledAsync(name, cancellationToken).ConfigureAwait(false) is { } existing) return existing;

        ConnectionSpec lake =
            await flows.ConnectionSpecs.GetByNameAsync(ConnectionSpecNames.ActivationDataLake, cancellationToken).ConfigureAwait(false);
        var source = new SourceConnectionDefinition($"Dataset {datasetId}", new SpecReference(lake.Id, lake.Version ?? "1.0"))
        {
            Data = new JsonObject { ["format"] = "parquet" },
            Params = new JsonObject { ["datasets"] = new JsonArray(new JsonObject { ["dataSetId"] = datasetId }) },
        };
        // Runs on demand are asked for one by one: the schedule, which the service demands, begins far ahead.
        JsonObject scheduleParams = (schedule ?? FlowSchedule.ExportOnDemand(time.GetUtcNow())).ToParams();
        if (export.FolderNameTemplate is { } template) scheduleParams["foldernameTemplate"] = template;
        var flow = new FlowDefinition(name, new SpecReference(export.Destination.DatasetFlowSpecId))
        {
            SourceConnectionIds = [await flows.SourceConnections.GetOrCreateAsync(source, cancellationToken).ConfigureAwait(false)],
            TargetConnectionIds = [await Target(export).GetOrCreateAsync(flows, cancellationToken).ConfigureAwait(false)],
            ScheduleParams = scheduleParams,
        };
        return await flows.CreateAsync(flow, cancellationToken).ConfigureAwait(false);
    }

    private static FolderTarget Target(DatasetExportDefinition export)
    {
        var format = new JsonObject { ["compression"] = export.Compression, ["datasetFileType"] = export.FileType };
        if (export.IncludeManifest) format["includeFileManifest"] = true;
        ExportDestination destination = export.Destination;
        string place = destination.Label == destination.Path ? $"{destination.Kind} {destination.Path}" : destination.Label;
        return new FolderTarget(destination, $"{place} {export.FormatLabel}", format);
    }
}
