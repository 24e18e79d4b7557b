using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>/data/core/ais/external-audience: audiences from files of the landing zone.</summary>
internal static class ExternalAudienceRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/core/ais/external-audience");
        group.MapPost("", async (HttpRequest request, Sandbox sandbox, ExternalAudienceOperations operations) => Results.Json(
            operations.Create(sandbox, await JsonBody.ReadObjectAsync(request)), statusCode: StatusCodes.Status202Accepted));
        group.MapGet("/operations/{id}", (Sandbox sandbox, string id) => Results.Json(ExternalAudienceOperations.Get(sandbox, id)));
        group.MapPost("/extend-ttl/{audienceId}", (Sandbox sandbox, string audienceId) => Results.Json(new JsonObject
        {
            ["audienceId"] = audienceId,
            ["audienceName"] = ExternalAudienceOperations.Audience(sandbox, audienceId)["name"]!.DeepClone(),
        }));
        group.MapPatch("/{audienceId}", async (
            HttpRequest request, Sandbox sandbox, string audienceId, ExternalAudienceOperations operations) =>
            Results.Json(operations.Update(sandbox, audienceId, await JsonBody.ReadObjectAsync(request))));
        group.MapDelete("/{audienceId}", (Sandbox sandbox, string audienceId, ExternalAudienceOperations operations) =>
        {
            operations.Delete(sandbox, audienceId);
            return Results.NoContent();
        });
        MapRuns(group.MapGroup("/{audienceId}/runs"));
    }

    private static void MapRuns(RouteGroupBuilder group)
    {
        group.MapPost("", async (HttpRequest request, Sandbox sandbox, string audienceId, ExternalAudienceRuns runs) =>
            Results.Json(runs.Start(sandbox, audienceId, await JsonBody.ReadObjectAsync(request))));
        group.MapGet("", (Sandbox sandbox, string audienceId) => Results.Json(
            new JsonObject { ["runs"] = new JsonArray([.. ExternalAudienceRuns.All(sandbox, audienceId)]) }));
        group.MapGet("/{runId}", (Sandbox sandbox, string audienceId, string runId) =>
            Results.Json(ExternalAudienceRuns.Get(sandbox, audienceId, runId)));
    }
}
