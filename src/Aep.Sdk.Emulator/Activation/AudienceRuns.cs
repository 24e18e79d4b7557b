using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>Runs of audiences: one at a time for an audience of a flow.</summary>
internal sealed class AudienceRuns(FlowRuns runs, AudienceActivations activations)
{
    private readonly ConcurrentDictionary<(string Flow, string Segment), string> _last = new();

    /// <returns>The id of the run that goes on, or null.</returns>
    public string? FindRunning(Sandbox sandbox, JsonObject flow, string segmentId) =>
        _last.TryGetValue(Key(flow, segmentId), out string? runId) && FlowRuns.IsRunning(sandbox, runId) ? runId : null;

    /// <returns>The run's id.</returns>
    public string Start(Sandbox sandbox, JsonObject flow, string segmentId) => _last[Key(flow, segmentId)] =
        runs.Start(sandbox, (string)flow["id"]!, cancellationToken => activations.ActivateAsync(sandbox, flow, segmentId, cancellationToken));

    private static (string Flow, string Segment) Key(JsonObject flow, string segmentId) => ((string)flow["id"]!, segmentId);
}
