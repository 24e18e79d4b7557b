using System.Text.Json.Nodes;
using Aep.Sdk.Flows;

namespace Aep.Sdk.Destinations;

/// <summary>The dataflow that tells one streaming destination of audiences.</summary>
internal sealed class StreamingActivator(FlowsClient flows, ExportGuard guard, ProfileAttributes attributes)
{
    private const string Params = "/transformations/0/params";

    public async Task<string> ActivateAsync(string segmentId, StreamingActivation activation, CancellationToken cancellationToken)
    {
        activation.CheckAttributes();
        if (!activation.AllowUnknownAttributes)
            await attributes.CheckAsync(activation.Attributes, cancellationToken).ConfigureAwait(false);
        await guard.CheckAudienceAsync(segmentId, activation.Attributes, activation.Guard, cancellationToken).ConfigureAwait(false);
        string flowId = await GetOrCreateFlowAsync(activation, cancellationToken).ConfigureAwait(false);
        Flow flow = await flows.GetAsync(flowId, cancellationToken).ConfigureAwait(false);
        JsonObject? parameters = flow.Transformations.FirstOrDefault()?.Params;
        List<JsonPatchOperation> changes =
            [.. activation.Attributes.Where(path => !Has(parameters, "profileSelectors", "path", path)).Select(AddAttribute)];
        if (!Has(parameters, "segmentSelectors", "id", segmentId)) changes.Add(AddSegment(segmentId));
        if (changes.Count > 0) await flows.UpdateAsync(flow, changes, cancellationToken).ConfigureAwait(false);
        return flowId;
    }

    private async Task<string> GetOrCreateFlowAsync(StreamingActivation activation, CancellationToken cancellationToken)
    {
        if (await flows.FindEnabledAsync(activation.Name, cancellationToken).ConfigureAwait(false) is { } existing) return existing;

        var source = new SourceConnectionDefinition("Profile Store", new SpecReference(ConnectionSpecIds.ProfileStore));
        var target = new TargetConnectionDefinition(activation.Name, new SpecReference(activation.ConnectionSpecId))
        {
            BaseConnectionId =
                await flows.Connections.GetOrCreateAsync(activation.BaseConnection(), cancellationToken).ConfigureAwait(false),
            Data = new JsonObject { ["format"] = "json" },
            Params = activation.TargetParams,
        };
        return await flows.GetOrCreateAsync(
            new FlowDefinition(activation.Name, new SpecReference(activation.FlowSpecId))
            {
                SourceConnectionIds = [await flows.SourceConnections.GetOrCreateAsync(source, cancellationToken).ConfigureAwait(false)],
                TargetConnectionIds = [await flows.TargetConnections.GetOrCreateAsync(target, cancellationToken).ConfigureAwait(false)],
                Transformations = [new FlowTransformation("GeneralTransform", new JsonObject
                {
                    ["profileSelectors"] = new JsonObject { ["selectors"] = new JsonArray() },
                    ["segmentSelectors"] = new JsonObject { ["selectors"] = new JsonArray() },
                })],
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static bool Has(JsonObject? parameters, string kind, string name, string value) =>
        (parameters?[kind]?["selectors"] as JsonArray ?? []).Any(selector => selector?["value"]?[name]?.GetValue<string>() == value);

    private static JsonPatchOperation AddAttribute(string path) =>
        JsonPatchOperation.Add($"{Params}/profileSelectors/selectors/-", new JsonObject
        {
            ["type"] = "JSON_PATH",
            ["value"] = new JsonObject { ["operator"] = "EXISTS", ["path"] = path },
        });

    private static JsonPatchOperation AddSegment(string segmentId) =>
        JsonPatchOperation.Add($"{Params}/segmentSelectors/selectors/-", new JsonObject
        {
            ["type"] = "PLATFORM_SEGMENT",
            ["value"] = new JsonObject { ["id"] = segmentId },
        });
}
