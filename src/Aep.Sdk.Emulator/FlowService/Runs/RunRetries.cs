using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>Does runs again that have failed, or that have moved nothing (<c>POST /runs/{id}/action?op=re-trigger</c>).</summary>
internal sealed class RunRetries(FlowResources resources, IEnumerable<IRetryableRuns> kinds)
{
    /// <returns>The id of the new run.</returns>
    /// <exception cref="ApiException">404: no such run; 400: it is going on, or has moved records, or its flow is disabled.</exception>
    public string Retry(Sandbox sandbox, string runId, string? etag)
    {
        JsonObject run = resources.Get(sandbox, FlowKinds.Runs, runId);
        if (etag is not null && etag != (string?)run["etag"])
            throw FlowErrors.Stale(runId);
        JsonNode? metrics = run["metrics"];
        string? status = (string?)metrics?["statusSummary"]?["status"];
        if (status == FlowRuns.Processing || (status != FlowRuns.Failed && (long?)metrics?["recordSummary"]?["outputRecordCount"] > 0))
            throw FlowErrors.Invalid(
                $"The run {runId} cannot be retried: its status is {status}. Only runs that have failed, or have moved no records, can.");
        JsonObject flow = resources.Get(sandbox, FlowKinds.Flows, (string)run["flowId"]!);
        if ((string?)flow["state"] != "enabled")
            throw FlowErrors.Invalid($"The flow {flow["id"]} is disabled.");
        JsonObject input = RunInputs.Find(sandbox, runId)
            ?? throw FlowErrors.Invalid($"What the run {runId} worked on is not known any more.");
        return kinds.Select(kind => kind.Retry(sandbox, flow, input)).FirstOrDefault(id => id is not null)
            ?? throw NotSupported.Create(
                $"POST /data/foundation/flowservice/runs/{{id}}/action?op=re-trigger for the flow spec {flow["flowSpec"]?["id"]}");
    }
}
