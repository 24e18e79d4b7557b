using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>/destinations/publish: submit a destination, read what became of it.</summary>
internal static class PublishRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/destinations/publish", (Sandbox sandbox) => Results.Json(new JsonArray([.. PublishRequests.All(sandbox)])));
        routes.MapGet("/destinations/publish/{id}", (Sandbox sandbox, string id) => Results.Json(PublishRequests.Get(sandbox, id)));
        routes.MapPost("/destinations/publish", async (HttpRequest request, Sandbox sandbox, PublishRequests requests) =>
            Results.Json(requests.Submit(sandbox, await JsonBody.ReadObjectAsync(request)), statusCode: StatusCodes.Status201Created));
    }
}
