using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>Runs that a client asks for (<c>POST /runs</c>).</summary>
internal sealed class OnDemandRuns(FlowResources resources, FileImports imports, DatasetExportRuns exports)
{
    /// <returns>The run's id.</returns>
    public string Start(Sandbox sandbox, JsonObject body)
    {
        string flowId = body["flowId"]?.ToString() ?? throw FlowErrors.Invalid("flowId is missing.");
        JsonObject flow = resources.Get(sandbox, FlowKinds.Flows, flowId);
        if ((string?)flow["state"] != "enabled")
            throw FlowErrors.Invalid($"The flow {flowId} is disabled.");
        string? spec = (string?)flow["flowSpec"]?["id"];
        if (spec == SpecCatalog.CloudStorageToPlatform)
        {
            if (FlowSchedule.Of(flow) is { Interval: not null })
                throw FlowErrors.Invalid($"The flow {flowId} runs at an interval: runs on demand are for flows with frequency once.");
            return imports.Start(sandbox, flow, RunWindow.Of(body));
        }
        return exports.DatasetsOf(sandbox, flow) is { Count: > 0 } datasets && SpecCatalog.IsExport(spec)
            ? exports.Start(sandbox, flow, new ExportOrder(datasets, Incremental: false))
            : throw NotSupported.Create($"POST /data/foundation/flowservice/runs for the flow spec {spec}");
    }
}
