using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Activation;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>
/// Tests of an instance of a file destination, which is a flow: its audiences are activated with given or made-up profiles.
/// </summary>
internal static class InstanceRoutes
{
    private const string Root = "/testing/destinationInstance/{id}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Root, TestAsync);
        routes.MapGet(Root + "/results", ReadResults);
    }

    /// <exception cref="ApiException">404: no such flow; 400: it activates no audience to files.</exception>
    public static JsonObject FlowOf(Sandbox sandbox, string id)
    {
        JsonObject flow = sandbox.Documents[FlowKinds.Flows].Find(id) ?? throw AuthoringErrors.NotFound("destination instance", id);
        return SpecCatalog.IsExport((string?)flow["flowSpec"]?["id"]) && AudienceSelector.Of(flow).Count > 0
            ? flow
            : throw AuthoringErrors.Invalid($"The destination instance {id} activates no audience to files: no other can be tested here.");
    }

    private static async Task<IResult> TestAsync(
        HttpRequest request, Sandbox sandbox, string id, InstanceProfiles samples, TestActivations activations)
    {
        JsonObject flow = FlowOf(sandbox, id);
        bool hasBody = request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0;
        IReadOnlyList<JsonObject> profiles = BodyRules.ProfilesOf(hasBody ? await JsonBody.ReadObjectAsync(request) : [])
            ?? [.. samples.For(sandbox, flow, count: 1).Select(item => item!.AsObject())];
        IReadOnlyList<(string SegmentId, string RunId)> started = activations.Start(sandbox, flow, profiles);
        return Results.Json(new JsonObject
        {
            ["activations"] = new JsonArray([.. started.Select(run =>
                new JsonObject { ["segment"] = run.SegmentId, ["flowRun"] = run.RunId })]),
            ["results"] = $"/authoring/testing/destinationInstance/{id}/results?flowRunIds="
                + string.Join(',', started.Select(run => run.RunId)),
            ["inputProfiles"] = new JsonArray([.. profiles.Select(profile => profile.DeepClone())]),
        });
    }

    private static IResult ReadResults(HttpRequest request, Sandbox sandbox, string id)
    {
        FlowOf(sandbox, id);
        string[] asked = request.Query["flowRunIds"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        JsonObject[] runs = [.. asked.Select(run =>
            sandbox.Documents[FlowKinds.Runs].Find(run) is { } found && (string?)found["flowId"] == id
                ? found
                : throw AuthoringErrors.NotFound("flow run", run))];
        return Results.Json(new JsonObject { ["items"] = new JsonArray([.. runs]), ["_links"] = new JsonObject() });
    }
}
