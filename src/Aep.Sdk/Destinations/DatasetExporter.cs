using System.Text.Json.Nodes;
using Aep.Sdk.Flows;

namespace Aep.Sdk.Destinations;

/// <summary>The dataflow that exports one dataset to one folder of the Data Landing Zone.</summary>
internal sealed class DatasetExporter(FlowsClient flows, AdHocRuns runs, TimeProvider time)
{
    public async Task<DatasetExport> ExportAsync(
        string datasetId, LandingZoneExport export, IProgress<AepProgress>? progress, CancellationToken cancellationToken)
    {
        string flowId = await GetOrCreateFlowAsync(datasetId, export, cancellationToken).ConfigureAwait(false);
        AdHocRun started = await runs.StartDatasetAsync(flowId, datasetId, export.ReadyTimeout, cancellationToken).ConfigureAwait(false);
        return new DatasetExport
        {
            DatasetId = datasetId,
            FlowId = flowId,
            Path = $"{export.Path}/{datasetId}",
            AlreadyExported = started.AlreadyRuns,
            Run = await flows.WaitForRunAsync(flowId, started.Selection, progress, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<string> GetOrCreateFlowAsync(string datasetId, LandingZoneExport export, CancellationToken cancellationToken)
    {
        string name = $"Dataset {datasetId} to {export.Path} ({export.FileType}, {export.Compression})";
        if (await flows.FindEnabledAsync(name, cancellationToken).ConfigureAwait(false) is { } existing) return existing;

        ConnectionSpec lake = await flows.ConnectionSpecs.GetByNameAsync(ConnectionSpecNames.ActivationDataLake, cancellationToken).ConfigureAwait(false);
        var source = new SourceConnectionDefinition($"Dataset {datasetId}", new SpecReference(lake.Id, lake.Version ?? "1.0"))
        {
            Data = new JsonObject { ["format"] = "parquet" },
            Params = new JsonObject { ["datasets"] = new JsonArray(new JsonObject { ["dataSetId"] = datasetId }) },
        };
        var target = new LandingZoneTarget($"Data Landing Zone {export.Path} ({export.FileType}, {export.Compression})", new JsonObject
        {
            ["mode"] = "Server-to-server",
            ["compression"] = export.Compression,
            ["datasetFileType"] = export.FileType,
            ["path"] = export.Path,
        });
        var flow = new FlowDefinition(name, new SpecReference(FlowSpecIds.DataLandingZoneDestination))
        {
            SourceConnectionIds = [await flows.SourceConnections.GetOrCreateAsync(source, cancellationToken).ConfigureAwait(false)],
            TargetConnectionIds = [await target.GetOrCreateAsync(flows, cancellationToken).ConfigureAwait(false)],
            // Runs are asked for one by one: the schedule, which the service demands, begins far ahead.
            ScheduleParams = new JsonObject { ["interval"] = 1, ["timeUnit"] = "day", ["startTime"] = time.GetUtcNow().AddYears(1).ToUnixTimeSeconds() },
        };
        return await flows.CreateAsync(flow, cancellationToken).ConfigureAwait(false);
    }
}
