using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>Destinations, servers, audience templates, credentials: list, read, create, replace, delete.</summary>
internal static class AuthoringRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (AuthoringKind kind in AuthoringKind.All)
        {
            routes.MapGet($"/{kind.Path}", (Sandbox sandbox) => Results.Json(Items(sandbox.Documents[kind.Collection].All())));
            routes.MapPost($"/{kind.Path}", async (HttpRequest request, Sandbox sandbox, AuthoringResources resources) =>
                Results.Json(resources.Create(sandbox, kind, await JsonBody.ReadObjectAsync(request))));
            routes.MapGet($"/{kind.Path}/{{id}}", (Sandbox sandbox, string id) =>
                Results.Json(
                    kind.IsListed ? Items([AuthoringResources.Get(sandbox, kind, id)]) : AuthoringResources.Get(sandbox, kind, id)));
            routes.MapPut($"/{kind.Path}/{{id}}", async (HttpRequest request, Sandbox sandbox, string id, AuthoringResources resources) =>
                Results.Json(resources.Replace(sandbox, kind, id, await JsonBody.ReadObjectAsync(request))));
            routes.MapDelete($"/{kind.Path}/{{id}}", (Sandbox sandbox, string id) =>
            {
                AuthoringResources.Delete(sandbox, kind, id);
                return Results.Ok();
            });
        }
    }

    private static JsonObject Items(IReadOnlyList<JsonObject> items) => new() { ["items"] = new JsonArray([.. items]) };
}
