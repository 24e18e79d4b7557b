using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>/data/core/ais/external-audience: audiences from files of the landing zone.</summary>
internal static class ExternalAudienceRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/core/ais/external-audience");
        group.MapPost("", async (HttpRequest request, Sandbox sandbox, ExternalAudienceRuns runs) =>
            Results.Json(runs.Create(sandbox, await JsonBody.ReadObjectAsync(request)), statusCode: StatusCodes.Status202Accepted));
        group.MapGet("/operations/{id}", (Sandbox sandbox, string id) => Results.Json(ExternalAudienceRuns.Operation(sandbox, id)));
        group.MapPost("/{audienceId}/runs", async (HttpRequest request, Sandbox sandbox, string audienceId, ExternalAudienceRuns runs) =>
            Results.Json(runs.Start(sandbox, audienceId, await JsonBody.ReadObjectAsync(request)), statusCode: StatusCodes.Status202Accepted));
        group.MapGet("/{audienceId}/runs/{runId}", (Sandbox sandbox, string audienceId, string runId) =>
            Results.Json(ExternalAudienceRuns.Run(sandbox, audienceId, runId)));
    }
}
