using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>Runs that a client asks for (<c>POST /runs</c>).</summary>
internal sealed class OnDemandRuns(FlowResources resources, FlowRuns runs, FileImports imports, DatasetExports exports)
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
            return imports.Start(sandbox, flow);
        return Datasets(sandbox, flow) is { Count: > 0 } datasets && SpecCatalog.IsExport(spec)
            ? Export(sandbox, flow, datasets)
            : throw NotSupported.Create($"POST /data/foundation/flowservice/runs for the flow spec {spec}");
    }

    private string Export(Sandbox sandbox, JsonObject flow, List<string> datasets)
    {
        JsonObject target = resources.Get(sandbox, FlowKinds.TargetConnections, (string)flow["targetConnectionIds"]![0]!);
        return runs.Start(sandbox, (string)flow["id"]!, async _ =>
        {
            RunResult total = new(0, 0, 0, 0, 0, 0, []);
            foreach (string dataset in datasets)
                total = total.Add(await exports.ExportAsync(sandbox, target, dataset));
            return total;
        });
    }

    private List<string> Datasets(Sandbox sandbox, JsonObject flow)
    {
        JsonObject source = resources.Get(sandbox, FlowKinds.SourceConnections, (string)flow["sourceConnectionIds"]![0]!);
        return [.. source["params"]?["datasets"]?.AsArray().Select(item => (string?)item?["dataSetId"]).OfType<string>() ?? []];
    }
}
