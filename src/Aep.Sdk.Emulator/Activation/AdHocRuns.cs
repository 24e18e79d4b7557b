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
        HttpRequest request, Sandbox sandbox, FlowResources resources, DatasetExportRuns exports, AudienceRuns audienceRuns,
        IAudienceReader audiences,
        AepEmulatorOptions options, TimeProvider time)
    {
        string accept = request.Headers.Accept.ToString().Replace(" ", "");
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        JsonNode info = body["activationInfo"] ?? throw Refuse("activationInfo is missing.");
        string statusRoot = $"{request.Scheme}://{request.Host}/data/foundation/flowservice/runs/";
        return accept switch
        {
            "application/vnd.adobe.adhoc.dataset.activation+json;version=1" =>
                Datasets(sandbox, info, statusRoot, resources, exports, time.GetUtcNow() - options.AdHocExportDelay),
            "application/vnd.adobe.adhoc.activation+json;version=2" =>
                Audiences(sandbox, info, statusRoot, resources, audienceRuns, audiences, time.GetUtcNow()),
            _ => throw NotSupported.Create($"POST /adhocrun with Accept '{request.Headers.Accept}'"),
        };
    }

    private static IResult Datasets(
        Sandbox sandbox, JsonNode info, string statusRoot, FlowResources resources, DatasetExportRuns exports, DateTimeOffset readyBefore)
    {
        JsonArray given = info["destinations"] as JsonArray ?? throw Refuse("activationInfo.destinations is missing.");
        // All are checked before one starts: a request that is refused has done nothing.
        List<(JsonObject Flow, string[] Datasets)> orders = [.. given.Select(destination => DatasetOrder(sandbox, destination, resources))];
        foreach ((JsonObject flow, string[] datasets) in orders)
            RequireReady(sandbox, flow, datasets, readyBefore);
        var destinations = new JsonArray();
        foreach ((JsonObject flow, string[] datasets) in orders)
        {
            destinations.Add(new JsonObject
            {
                ["datasets"] = new JsonArray([.. datasets.Select(datasetId => new JsonObject
                {
                    ["id"] = datasetId,
                    ["flowId"] = flow["id"]!.DeepClone(),
                    ["statusURL"] = statusRoot + exports.Start(sandbox, flow, new ExportOrder([datasetId], Incremental: false)),
                })]),
            });
        }
        return Results.Json(new JsonObject { ["destinations"] = destinations });
    }

    // The texts are those that users of the real platform meet.
    private static void RequireReady(Sandbox sandbox, JsonObject flow, string[] datasets, DateTimeOffset readyBefore)
    {
        if ((long)flow["createdAt"]! > readyBefore.ToUnixTimeMilliseconds())
            throw Refuse(
                "Invalid parameter: Following order ID(s) are not ready for dataset export, please wait for 10 minutes and retry.");
        foreach (string datasetId in datasets)
        {
            if (DatasetExportRuns.FindRunning(sandbox, (string)flow["id"]!, datasetId) is { } running)
                throw Refuse($"Invalid parameter: Run already exists for dataset {datasetId} of order {flow["id"]} with run id {running}.");
        }
    }

    private static (JsonObject Flow, string[] Datasets) DatasetOrder(Sandbox sandbox, JsonNode? destination, FlowResources resources)
    {
        string flowId = (string?)destination?["flowId"] ?? throw Refuse("flowId is missing.");
        JsonObject flow = FlowOf(sandbox, flowId, resources);
        JsonObject source = resources.Get(sandbox, FlowKinds.SourceConnections, (string)flow["sourceConnectionIds"]![0]!);
        HashSet<string?> exportable = [.. source["params"]?["datasets"]?.AsArray().Select(item => (string?)item?["dataSetId"]) ?? []];
        JsonArray asked = destination!["datasets"] as JsonArray ?? throw Refuse("datasets is missing.");
        string[] datasets = [.. asked.Select(item => (string?)item?["id"] ?? throw Refuse("The id of a dataset is missing."))];
        foreach (string datasetId in datasets.Where(id => !exportable.Contains(id)))
            throw Refuse($"Dataset {datasetId} is not part of flow {flowId}.");
        return (flow, datasets);
    }

    private static IResult Audiences(
        Sandbox sandbox, JsonNode info, string statusRoot, FlowResources resources, AudienceRuns runs, IAudienceReader audiences,
        DateTimeOffset now)
    {
        JsonObject given = info as JsonObject ?? throw Refuse("activationInfo must be a map from destination to audiences.");
        List<(JsonObject Flow, AudienceSelector Audience)> orders =
            [.. given.SelectMany(item => AudienceOrders(sandbox, item.Key, item.Value, resources, audiences, now))];
        if (orders.Count > MaxAudiences)
            throw Refuse($"An ad hoc run activates at most {MaxAudiences} audiences.");
        foreach ((JsonObject flow, AudienceSelector audience) in orders)
        {
            if (AudienceRuns.FindRunning(sandbox, flow, audience.SegmentId) is { } running)
                throw Refuse($"Run already going on for audience {audience.SegmentId} for order {flow["id"]} with run id {running}");
        }
        return Results.Json(new JsonObject
        {
            ["order"] = new JsonArray([.. orders.Select(order => new JsonObject
            {
                ["segment"] = order.Audience.SegmentId,
                ["order"] = order.Flow["id"]!.DeepClone(),
                ["statusURL"] = statusRoot + runs.StartOnDemand(sandbox, order.Flow, order.Audience, now),
            })]),
        });
    }

    private static IEnumerable<(JsonObject Flow, AudienceSelector Audience)> AudienceOrders(
        Sandbox sandbox, string flowId, JsonNode? segments, FlowResources resources, IAudienceReader audiences, DateTimeOffset now)
    {
        JsonObject flow = FlowOf(sandbox, flowId, resources);
        IReadOnlyList<AudienceSelector> known = AudienceSelector.Of(flow);
        foreach (JsonNode? item in segments as JsonArray ?? throw Refuse($"The audiences of {flowId} must be a list."))
        {
            string segmentId = (string?)item ?? throw Refuse($"The id of an audience of {flowId} is missing.");
            AudienceSelector? audience = known.FirstOrDefault(selector => selector.SegmentId == segmentId);
            if (audience?.Covers(now) != true || !audiences.Exists(sandbox, segmentId))
                throw Refuse($"Segments {segmentId} are not part of this dataflow or out of schedule range!");
            yield return (flow, audience);
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
