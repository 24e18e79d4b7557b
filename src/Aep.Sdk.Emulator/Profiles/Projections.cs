using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>
/// Edge projections and their destinations (/data/core/ups/config): kept and shown; there is no edge here to send them to.
/// </summary>
internal static class Projections
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "destinations", "projectionDestinations", ["type", "dataCenters", "ttl"]);
        Map(routes, "projections", "projectionConfigs", ["name", "selector", "destinationId"]);
    }

    private static void Map(IEndpointRouteBuilder routes, string segment, string member, string[] required)
    {
        string kind = "edge" + segment;
        RouteGroupBuilder group = routes.MapGroup($"/data/core/ups/config/{segment}");
        group.MapGet("", (Sandbox sandbox) => Results.Json(new JsonObject
        {
            ["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = $"/data/core/ups/config/{segment}" } },
            ["_embedded"] = new JsonObject { [member] = new JsonArray([.. sandbox.Documents[kind].All()]) },
        }));
        group.MapPost("", async (HttpRequest request, Sandbox sandbox, AepEmulatorOptions options) => Results.Json(
            Save(sandbox, kind, Guid.NewGuid().ToString(), await JsonBody.ReadObjectAsync(request), required, options),
            statusCode: StatusCodes.Status201Created));
        group.MapGet("/{id}", (Sandbox sandbox, string id) => Results.Json(Get(sandbox, kind, id)));
        group.MapPut("/{id}", async (HttpRequest request, Sandbox sandbox, string id, AepEmulatorOptions options) =>
        {
            _ = Get(sandbox, kind, id);
            return Results.Json(Save(sandbox, kind, id, await JsonBody.ReadObjectAsync(request), required, options));
        });
        group.MapDelete("/{id}", (Sandbox sandbox, string id) =>
        {
            _ = Get(sandbox, kind, id);
            sandbox.Documents[kind].Remove(id);
            return Results.NoContent();
        });
    }

    private static JsonObject Get(Sandbox sandbox, string kind, string id) =>
        sandbox.Documents[kind].Find(id) ?? throw ProfileErrors.NotFound($"{kind} {id} does not exist.");

    private static JsonObject Save(Sandbox sandbox, string kind, string id, JsonObject body, string[] required, AepEmulatorOptions options)
    {
        if (Array.Find(required, name => body[name] is null) is { } missing)
            throw ProfileErrors.Invalid($"{missing} is missing.");
        var document = (JsonObject)body.DeepClone();
        document["id"] = id;
        document["imsOrgId"] = options.OrgId;
        document["sandbox"] = sandbox.ToReference();
        document["version"] = ((int?)sandbox.Documents[kind].Find(id)?["version"] ?? 0) + 1;
        sandbox.Documents[kind].Save(id, document);
        return document;
    }
}
