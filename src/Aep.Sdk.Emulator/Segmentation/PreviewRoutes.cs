using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>/data/core/ups/preview and /estimate</summary>
internal static class PreviewRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/core/ups");
        group.MapPost("/preview", async (HttpRequest request, Sandbox sandbox, Previews previews) =>
            Results.Json(previews.Create(sandbox, await JsonBody.ReadObjectAsync(request)), statusCode: StatusCodes.Status201Created));
        group.MapGet("/preview/{id}", (HttpRequest request, Sandbox sandbox, string id, Previews previews) =>
            Results.Json(previews.Show(request, sandbox, id)));
        group.MapGet("/estimate/{id}", (Sandbox sandbox, string id, Previews previews) => Results.Json(previews.Estimate(sandbox, id)));
        group.MapDelete("/preview/{id}", (Sandbox sandbox, string id, Previews previews) =>
        {
            previews.Remove(sandbox, id);
            return Results.Json(
                new System.Text.Json.Nodes.JsonObject { ["status"] = true, ["message"] = "Preview was cancelled successfully" });
        });
    }
}
