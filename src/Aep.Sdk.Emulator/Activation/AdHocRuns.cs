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
        HttpRequest request, Sandbox sandbox, FlowResources resources, FlowRuns runs, DatasetExports exports, AudienceRuns audienceRuns, IAudienceReader audiences)
    {
        string accept = request.Headers.Accept.ToString().Replace(" ", "");
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        JsonNode info = body["activationInfo"] ?? throw Refuse("activationInfo is missing.");
        string statusRoot = $"{request.Scheme}://{request.Host}/data/foundation/flowservice/runs/";
        return accept switch
        {
            "application/vnd.adobe.adhoc.dataset.activation+json;version=1" => Datasets(sandbox, info, statusRoot, resources, runs, exports),
            "application/vnd.adobe.adhoc.activation+json;version=2" => Audiences(sandbox, info, statusRoot, resources, audienceRuns, audiences),
            _ => throw NotSupported.Create($"POST /adhocrun with Accept '{request.Headers.Accept}'"),
        };
    }

    private static IResult Datasets(Sandbox sandbox, JsonNode info, string statusRoot, FlowResources resources, FlowRuns runs, DatasetExports exports)
    {
        JsonArray given = info["destinations"] as JsonArray ?? throw Refuse("activationInfo.destinations is missing.");
        // All are checked before one starts: a request that is refused has done nothing.
        List<(string FlowId, JsonObject Target, string[] Datasets)> orders = [.. given.Select(destination => DatasetOrder(sandbox, destination, resources))];
        var destinations = new JsonArray();
        foreach ((string flowId, JsonObject target, string[] datasets) in orders)
        {
            var started = new JsonArray();
            foreach (string datasetId in datasets)
            {
                string runId = runs.Start(sandbox, flowId, _ => exports.ExportAsync(sandbox, target, datasetId));
                started.Add(new JsonObject { ["id"] = datasetId, ["flowId"] = flowId, ["statusURL"] = statusRoot + runId });
            }
            destinations.Add(new JsonObject { ["datasets"] = started });
        }
        return Results.Json(new JsonObject { ["destinations"] = destinations });
    }

    private static (string FlowId, JsonObject Target, string[] Datasets) DatasetOrder(Sandbox sandbox, JsonNode? destination, FlowResources resources)
    {
        string flowId = (string?)destination?["flowId"] ?? throw Refuse("flowId is missing.");
        JsonObject flow = FlowOf(sandbox, flowId, resources);
        JsonObject source = resources.Get(sandbox, FlowKinds.SourceConnections, (string)flow["sourceConnectionIds"]![0]!);
        JsonObject target = resources.Get(sandbox, FlowKinds.TargetConnections, (string)flow["targetConnectionIds"]![0]!);
        HashSet<string?> exportable = [.. source["params"]?["datasets"]?.AsArray().Select(item => (string?)item?["dataSetId"]) ?? []];
        JsonArray asked = destination!["datasets"] as JsonArray ?? throw Refuse("datasets is missing.");
        string[] datasets = [.. asked.Select(item => (string?)item?["id"] ?? throw Refuse("The id of a dataset is missing."))];
        foreach (string datasetId in datasets.Where(id => !exportable.Contains(id)))
            throw Refuse($"Dataset {datasetId} is not part of flow {flowId}.");
        return (flowId, target, datasets);
    }

    private static IResult Audiences(Sandbox sandbox, JsonNode info, string statusRoot, FlowResources resources, AudienceRuns runs, IAudienceReader audiences)
    {
        JsonObject given = info as JsonObject ?? throw Refuse("activationInfo must be a map from destination to audiences.");
        List<(JsonObject Flow, string SegmentId)> orders = [.. given.SelectMany(item => AudienceOrders(sandbox, item.Key, item.Value, resources, audiences))];
        if (orders.Count > MaxAudiences)
            throw Refuse($"An ad hoc run activates at most {MaxAudiences} audiences.");
        foreach ((JsonObject flow, string segmentId) in orders)
        {
            if (runs.FindRunning(sandbox, flow, segmentId) is { } running)
                throw Refuse($"Run already going on for audience {segmentId} for order {flow["id"]} with run id {running}");
        }
        return Results.Json(new JsonObject
        {
            ["order"] = new JsonArray([.. orders.Select(order => new JsonObject
            {
                ["segment"] = order.SegmentId,
                ["order"] = order.Flow["id"]!.DeepClone(),
                ["statusURL"] = statusRoot + runs.Start(sandbox, order.Flow, order.SegmentId),
            })]),
        });
    }

    private static IEnumerable<(JsonObject Flow, string SegmentId)> AudienceOrders(
        Sandbox sandbox, string flowId, JsonNode? segments, FlowResources resources, IAudienceReader audiences)
    {
        JsonObject flow = FlowOf(sandbox, flowId, resources);
        foreach (JsonNode? item in segments as JsonArray ?? throw Refuse($"The audiences of {flowId} must be a list."))
        {
            string segmentId = (string?)item ?? throw Refuse($"The id of an audience of {flowId} is missing.");
            if (AudienceActivations.FindSelector(flow, segmentId) is null || !audiences.Exists(sandbox, segmentId))
                throw Refuse($"Segments {segmentId} are not part of this dataflow or out of schedule range!");
            yield return (flow, segmentId);
        }
    }

    private static JsonObject FlowOf(Sandbox sandbox, string flowId, FlowResources resources)
    {
        JsonObject flow = resources.Get(sandbox, FlowKinds.Flows, flowId);
        if (!SpecCatalog.IsExport((string?)flow["flowSpec"]?["id"]))
            throw Refuse($"Adhoc run can not be executed for Flow spec {flow["flowSpec"]?["id"]}.");
        if ((string?)flow["state"] != "enabled")
            throw Refuse($"Flow {flowId} is disabled.");
        return flow;
    }

    private static ApiException Refuse(string message) => new(StatusCodes.Status400BadRequest, new JsonObject { ["message"] = message });
}
