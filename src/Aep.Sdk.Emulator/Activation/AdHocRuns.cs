using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>POST /data/core/activation/disflowprovider/adhocrun, for datasets and for audiences: the Accept header tells which.</summary>
internal static class AdHocRuns
{
    private const int MaxAudiences = 80;

    public static async Task<IResult> RunAsync(
        HttpRequest request, Sandbox sandbox, FlowResources resources, FlowRuns runs, DatasetExports exports, AudienceActivations activations, IAudienceReader audiences)
    {
        string accept = request.Headers.Accept.ToString().Replace(" ", "");
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        JsonNode info = body["activationInfo"] ?? throw Refuse("activationInfo is missing.");
        string statusRoot = $"{request.Scheme}://{request.Host}/data/foundation/flowservice/runs/";
        return accept switch
        {
            "application/vnd.adobe.adhoc.dataset.activation+json;version=1" => Datasets(sandbox, info, statusRoot, resources, runs, exports),
            "application/vnd.adobe.adhoc.activation+json;version=2" => Audiences(sandbox, info, statusRoot, resources, runs, activations, audiences),
            _ => throw NotSupported.Create($"POST /adhocrun with Accept '{request.Headers.Accept}'"),
        };
    }

    private static IResult Datasets(Sandbox sandbox, JsonNode info, string statusRoot, FlowResources resources, FlowRuns runs, DatasetExports exports)
    {
        var destinations = new JsonArray();
        JsonArray given = info["destinations"] as JsonArray ?? throw Refuse("activationInfo.destinations is missing.");
        foreach (JsonObject destination in given.OfType<JsonObject>())
        {
            string flowId = (string?)destination["flowId"] ?? throw Refuse("flowId is missing.");
            JsonObject flow = FlowOf(sandbox, flowId, resources);
            JsonObject source = resources.Get(sandbox, FlowKinds.SourceConnections, (string)flow["sourceConnectionIds"]![0]!);
            JsonObject target = resources.Get(sandbox, FlowKinds.TargetConnections, (string)flow["targetConnectionIds"]![0]!);
            HashSet<string?> exportable = [.. source["params"]?["datasets"]?.AsArray().Select(item => (string?)item?["dataSetId"]) ?? []];
            var started = new JsonArray();
            foreach (JsonNode? dataset in destination["datasets"] as JsonArray ?? throw Refuse("datasets is missing."))
            {
                string datasetId = (string?)dataset?["id"] ?? throw Refuse("The id of a dataset is missing.");
                if (!exportable.Contains(datasetId))
                    throw Refuse($"Dataset {datasetId} is not part of flow {flowId}.");
                string runId = runs.Start(sandbox, flowId, _ => exports.ExportAsync(sandbox, target, datasetId));
                started.Add(new JsonObject { ["id"] = datasetId, ["flowId"] = flowId, ["statusURL"] = statusRoot + runId });
            }
            destinations.Add(new JsonObject { ["datasets"] = started });
        }
        return Results.Json(new JsonObject { ["destinations"] = destinations });
    }

    private static IResult Audiences(
        Sandbox sandbox, JsonNode info, string statusRoot, FlowResources resources, FlowRuns runs, AudienceActivations activations, IAudienceReader audiences)
    {
        var orders = new JsonArray();
        foreach ((string flowId, JsonNode? segments) in info as JsonObject ?? throw Refuse("activationInfo must be a map from destination to audiences."))
        {
            JsonObject flow = FlowOf(sandbox, flowId, resources);
            JsonArray ids = segments as JsonArray ?? throw Refuse($"The audiences of {flowId} must be a list.");
            if (ids.Count > MaxAudiences)
                throw Refuse($"An ad hoc run activates at most {MaxAudiences} audiences.");
            foreach (string segmentId in ids.Select(id => (string)id!))
            {
                if (AudienceActivations.FindSelector(flow, segmentId) is null || !audiences.Exists(sandbox, segmentId))
                    throw Refuse($"Segments {segmentId} are not part of this dataflow or out of schedule range!");
                string runId = runs.Start(sandbox, flowId, cancellationToken => activations.ActivateAsync(sandbox, flow, segmentId, cancellationToken));
                orders.Add(new JsonObject { ["segment"] = segmentId, ["order"] = flowId, ["statusURL"] = statusRoot + runId });
            }
        }
        return Results.Json(new JsonObject { ["order"] = orders });
    }

    private static JsonObject FlowOf(Sandbox sandbox, string flowId, FlowResources resources)
    {
        JsonObject flow = resources.Get(sandbox, FlowKinds.Flows, flowId);
        if ((string?)flow["flowSpec"]?["id"] != SpecCatalog.LandingZoneExport)
            throw Refuse($"Adhoc run can not be executed for Flow spec {flow["flowSpec"]?["id"]}.");
        if ((string?)flow["state"] != "enabled")
            throw Refuse($"Flow {flowId} is disabled.");
        return flow;
    }

    private static ApiException Refuse(string message) => new(StatusCodes.Status400BadRequest, new JsonObject { ["message"] = message });
}
