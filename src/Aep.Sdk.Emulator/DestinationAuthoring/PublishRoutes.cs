using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Faults;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>/destinations/publish: submit a destination, read what became of it; and, for Adobe, decide on it.</summary>
internal static class PublishRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/destinations/publish", (Sandbox sandbox) => Results.Json(new JsonArray([.. PublishRequests.All(sandbox)])));
        routes.MapGet("/destinations/publish/{id}", (Sandbox sandbox, string id) => Results.Json(PublishRequests.Get(sandbox, id)));
        routes.MapPost("/destinations/publish", async (HttpRequest request, Sandbox sandbox, PublishRequests requests) =>
            Results.Json(requests.Submit(sandbox, await JsonBody.ReadObjectAsync(request)), statusCode: StatusCodes.Status201Created));
    }

    /// <summary>
    /// <c>POST /__emulator/destinations/publish/{id}?sandbox=</c> with a <c>status</c>: what people at Adobe do. AEP has nothing like it.
    /// </summary>
    public static void MapDecisions(IEndpointRouteBuilder routes) => routes.MapPost(
        $"{FaultRoom.Path}/destinations/publish/{{id}}",
        async (HttpRequest request, string id, string? sandbox, PublishRequests requests, SandboxDirectory sandboxes) =>
        {
            string name = sandbox ?? SandboxDirectory.Default;
            Sandbox found = sandboxes.Find(name) ?? throw AuthoringErrors.NotFound("sandbox", name);
            return Results.Json(requests.Decide(found, id, await JsonBody.ReadObjectAsync(request)));
        });
}
