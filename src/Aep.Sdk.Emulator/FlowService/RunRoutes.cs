using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>Runs: on demand, changed by a client, and done again.</summary>
internal static class RunRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/runs", StartAsync);
        routes.MapPut("/runs/{id}", ReplaceAsync);
        routes.MapPost("/runs/{id}/action", Retry);
    }

    private static async Task<IResult> StartAsync(HttpRequest request, Sandbox sandbox, OnDemandRuns runs, FlowResources resources)
    {
        string id = runs.Start(sandbox, await JsonBody.ReadObjectAsync(request));
        return Results.Json(FlowRoutes.Reference(resources.Get(sandbox, FlowKinds.Runs, id)), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> ReplaceAsync(HttpRequest request, Sandbox sandbox, string id, FlowResources resources)
    {
        JsonObject body = await JsonBody.ReadObjectAsync(request);
        JsonObject run = resources.Get(sandbox, FlowKinds.Runs, id);
        if ((body["flowId"] ?? run["flowId"])?.ToString() != (string?)run["flowId"])
            throw FlowErrors.Invalid($"The run {id} belongs to the flow {run["flowId"]}, not to {body["flowId"]}.");
        string etag = request.Headers.IfMatch.FirstOrDefault() ?? throw FlowErrors.MissingEtag();
        body["flowId"] = run["flowId"]!.DeepClone();
        return Results.Json(resources.Replace(sandbox, FlowKinds.Runs, id, etag, body));
    }

    // The page says re-trigger, the specification RE_TRIGGER.
    private static IResult Retry(HttpRequest request, Sandbox sandbox, string id, string? op, RunRetries retries, FlowResources resources)
    {
        if (op?.Replace('-', '_').ToUpperInvariant() != "RE_TRIGGER")
            throw FlowErrors.Invalid($"op '{op}' is not supported: use re-trigger.");
        string retried = retries.Retry(sandbox, id, request.Headers.IfMatch.FirstOrDefault());
        return Results.Json(FlowRoutes.Reference(resources.Get(sandbox, FlowKinds.Runs, retried)));
    }
}
