using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Activation;
using Aep.Sdk.Emulator.DestinationAuthoring.Streaming;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>
/// Tests of an instance of a destination, which is a flow, with given or made-up profiles: the audiences of a file destination are
/// activated, a streaming one is sent messages.
/// </summary>
internal static class InstanceRoutes
{
    private const string Root = "/testing/destinationInstance/{id}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Root, TestAsync);
        routes.MapGet(Root + "/results", ReadResults);
    }

    /// <exception cref="ApiException">404: no such flow.</exception>
    public static JsonObject FlowOf(Sandbox sandbox, string id) =>
        sandbox.Documents[FlowKinds.Flows].Find(id) ?? throw AuthoringErrors.NotFound("destination instance", id);

    /// <returns>The destination of a flow; null when it is none that takes messages.</returns>
    public static DestinationVersion? StreamingDestinationOf(Sandbox sandbox, JsonObject flow) =>
        StreamingDestinations.Find(sandbox, (string?)flow["flowSpec"]?["id"]);

    /// <exception cref="ApiException">400: the flow activates no audience to files.</exception>
    public static void RequireFiles(JsonObject flow)
    {
        if (!SpecCatalog.IsExport((string?)flow["flowSpec"]?["id"]) || AudienceSelector.Of(flow).Count == 0)
            throw AuthoringErrors.Invalid($"The flow {flow["id"]} activates no audience to files, and is none of a streaming destination.");
    }

    private static async Task<IResult> TestAsync(
        HttpRequest request, Sandbox sandbox, string id, InstanceProfiles samples, TestActivations activations, StreamingTests streaming)
    {
        JsonObject flow = FlowOf(sandbox, id);
        bool hasBody = request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0;
        IReadOnlyList<JsonObject>? given = BodyRules.ProfilesOf(hasBody ? await JsonBody.ReadObjectAsync(request) : []);
        if (StreamingDestinationOf(sandbox, flow) is { } destination)
            return Results.Json(await streaming.RunAsync(sandbox, flow, destination, given, request.HttpContext.RequestAborted));
        RequireFiles(flow);
        return Activate(
            sandbox, flow, given ?? [.. samples.For(sandbox, flow, count: 1).Select(item => item!.AsObject())], activations);
    }

    private static IResult Activate(
        Sandbox sandbox, JsonObject flow, IReadOnlyList<JsonObject> profiles, TestActivations activations)
    {
        IReadOnlyList<(string SegmentId, string RunId)> started = activations.Start(sandbox, flow, profiles);
        return Results.Json(new JsonObject
        {
            ["activations"] = new JsonArray([.. started.Select(run =>
                new JsonObject { ["segment"] = run.SegmentId, ["flowRun"] = run.RunId })]),
            ["results"] = $"/authoring/testing/destinationInstance/{flow["id"]}/results?flowRunIds="
                + string.Join(',', started.Select(run => run.RunId)),
            ["inputProfiles"] = new JsonArray([.. profiles.Select(profile => profile.DeepClone())]),
        });
    }

    private static IResult ReadResults(HttpRequest request, Sandbox sandbox, string id)
    {
        RequireFiles(FlowOf(sandbox, id));
        string[] asked = request.Query["flowRunIds"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        JsonObject[] runs = [.. asked.Select(run =>
            sandbox.Documents[FlowKinds.Runs].Find(run) is { } found && (string?)found["flowId"] == id
                ? found
                : throw AuthoringErrors.NotFound("flow run", run))];
        return Results.Json(new JsonObject { ["items"] = new JsonArray([.. runs]), ["_links"] = new JsonObject() });
    }
}
