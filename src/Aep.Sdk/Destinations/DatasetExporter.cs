using System.Text.Json.Nodes;
using Aep.Sdk.Flows;

namespace Aep.Sdk.Destinations;

/// <summary>The dataflows that export one dataset to one folder: on demand, and by a schedule.</summary>
internal sealed class DatasetExporter(FlowsClient flows, AdHocRuns runs, ExportGuard guard, TimeProvider time)
{
    private const string FolderTemplate = "foldernameTemplate";

    public async Task<DatasetExport> ExportAsync(
        string datasetId, DatasetExportDefinition export, IProgress<AepProgress>? progress, CancellationToken cancellationToken)
    {
        await guard.CheckDatasetAsync(datasetId, export.Guard, cancellationToken).ConfigureAwait(false);
        string flowId = await GetOrCreateOnDemandAsync(datasetId, export, cancellationToken).ConfigureAwait(false);
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

    /// <summary>
    /// The dataflow that exports the dataset by a schedule. There is one for a dataset and a place: another format or schedule changes it.
    /// </summary>
    public async Task<string> ScheduleAsync(
        string datasetId, DatasetExportDefinition export, FlowSchedule schedule, CancellationToken cancellationToken)
    {
        await guard.CheckDatasetAsync(datasetId, export.Guard, cancellationToken).ConfigureAwait(false);
        string name = $"Dataset {datasetId} to {export.Destination.Label}, scheduled";
        FolderTarget target = Target(export, $"{export.Destination.Place} {datasetId}, scheduled");
        JsonObject scheduleParams = ScheduleParams(export, schedule);
        if (await flows.FindEnabledAsync(name, cancellationToken).ConfigureAwait(false) is not { } existing)
            return await CreateFlowAsync(name, datasetId, target, scheduleParams, cancellationToken).ConfigureAwait(false);

        Flow flow = await flows.GetAsync(existing, cancellationToken).ConfigureAwait(false);
        await target.ReformatAsync(flows, flow, cancellationToken).ConfigureAwait(false);
        await RescheduleAsync(flow, schedule, scheduleParams, cancellationToken).ConfigureAwait(false);
        return existing;
    }

    private async Task RescheduleAsync(Flow flow, FlowSchedule schedule, JsonObject wanted, CancellationToken cancellationToken)
    {
        bool same = FlowSchedule.Of(flow) is { } present && schedule.IsSameAs(present)
            && JsonNode.DeepEquals(flow.ScheduleParams?[FolderTemplate], wanted[FolderTemplate]);
        if (same) return;
        JsonPatchOperation change = flow.ScheduleParams is null
            ? JsonPatchOperation.Add("/scheduleParams", wanted)
            : JsonPatchOperation.Replace("/scheduleParams", wanted);
        await flows.UpdateAsync(flow, [change], cancellationToken).ConfigureAwait(false);
    }

    // Runs on demand have no schedule that would go on, so that each format has a dataflow of its own.
    private async Task<string> GetOrCreateOnDemandAsync(
        string datasetId, DatasetExportDefinition export, CancellationToken cancellationToken)
    {
        string name = $"Dataset {datasetId} to {export.Destination.Label} {export.FormatLabel}";
        if (await flows.FindEnabledAsync(name, cancellationToken).ConfigureAwait(false) is { } existing) return existing;
        // The service demands a schedule: it begins far ahead.
        JsonObject scheduleParams = ScheduleParams(export, FlowSchedule.ExportOnDemand(time.GetUtcNow()));
        FolderTarget target = Target(export, $"{export.Destination.Place} {export.FormatLabel}");
        return await CreateFlowAsync(name, datasetId, target, scheduleParams, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> CreateFlowAsync(
        string name, string datasetId, FolderTarget target, JsonObject scheduleParams, CancellationToken cancellationToken)
    {
        ConnectionSpec lake =
            await flows.ConnectionSpecs.GetByNameAsync(ConnectionSpecNames.ActivationDataLake, cancellationToken).ConfigureAwait(false);
        var source = new SourceConnectionDefinition($"Dataset {datasetId}", new SpecReference(lake.Id, lake.Version ?? "1.0"))
        {
            Data = new JsonObject { ["format"] = "parquet" },
            Params = new JsonObject { ["datasets"] = new JsonArray(new JsonObject { ["dataSetId"] = datasetId }) },
        };
        var flow = new FlowDefinition(name, new SpecReference(target.Destination.DatasetFlowSpecId))
        {
            SourceConnectionIds = [await flows.SourceConnections.GetOrCreateAsync(source, cancellationToken).ConfigureAwait(false)],
            TargetConnectionIds = [await target.GetOrCreateAsync(flows, cancellationToken).ConfigureAwait(false)],
            ScheduleParams = scheduleParams,
        };
        return await flows.GetOrCreateAsync(flow, cancellationToken).ConfigureAwait(false);
    }

    private static JsonObject ScheduleParams(DatasetExportDefinition export, FlowSchedule schedule)
    {
        JsonObject scheduleParams = schedule.ToParams();
        if (export.FolderNameTemplate is { } template) scheduleParams[FolderTemplate] = template;
        return scheduleParams;
    }

    private static FolderTarget Target(DatasetExportDefinition export, string name)
    {
        var format = new JsonObject { ["compression"] = export.Compression, ["datasetFileType"] = export.FileType };
        if (export.IncludeManifest) format["includeFileManifest"] = true;
        return new FolderTarget(export.Destination, name, format);
    }
}
