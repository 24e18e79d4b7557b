using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>
/// Edge projections and their destinations (/data/core/ups/config): kept and shown; there is no edge here to send them to.
/// </summary>
internal static class Projections
{
    private const string Schema = "schemaName";

    // What a replacement may leave out, as the page's example does.
    private static readonly string[] Kept = ["ttl", Schema];

    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "destinations", "projectionDestinations", ["type", "dataCenters", "ttl", "replicationPolicy"]);
        Map(routes, "projections", "projectionConfigs", ["name", "selector", "destinationId"]);
    }

    private static void Map(IEndpointRouteBuilder routes, string segment, string member, string[] required)
    {
        string kind = "edge" + segment;
        RouteGroupBuilder group = routes.MapGroup($"/data/core/ups/config/{segment}");
        group.MapGet("", (HttpRequest request, Sandbox sandbox) => Results.Json(new JsonObject
        {
            ["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = $"/data/core/ups/config/{segment}" } },
            ["_embedded"] = new JsonObject { [member] = new JsonArray([.. Asked(request, sandbox.Documents[kind].All())]) },
        }));
        group.MapPost("", async (HttpRequest request, Sandbox sandbox, AepEmulatorOptions options) =>
        {
            JsonObject body = await JsonBody.ReadObjectAsync(request);
            if (request.Query[Schema].ToString() is { Length: > 0 } schema)
                body[Schema] = schema;
            return Results.Json(
                Save(sandbox, kind, Guid.NewGuid().ToString(), body, required, options), statusCode: StatusCodes.Status201Created);
        });
        group.MapGet("/{id}", (Sandbox sandbox, string id) => Results.Json(Get(sandbox, kind, id)));
        group.MapPut("/{id}", async (HttpRequest request, Sandbox sandbox, string id, AepEmulatorOptions options) =>
        {
            JsonObject before = Get(sandbox, kind, id), body = await JsonBody.ReadObjectAsync(request);
            foreach (string name in Kept.Where(name => body[name] is null && before[name] is not null))
                body[name] = before[name]!.DeepClone();
            return Results.Json(Save(sandbox, kind, id, body, required, options));
        });
        group.MapDelete("/{id}", (Sandbox sandbox, string id) =>
        {
            _ = Get(sandbox, kind, id);
            sandbox.Documents[kind].Remove(id);
            return Results.NoContent();
        });
    }

    // A name is one of a class only.
    private static IEnumerable<JsonObject> Asked(HttpRequest request, IEnumerable<JsonObject> all)
    {
        string schema = request.Query[Schema].ToString(), name = request.Query["name"].ToString();
        if (name.Length > 0 && schema.Length == 0)
            throw ProfileErrors.Invalid("name goes with schemaName: a name belongs to a class of schemas.");
        return all.Where(item => schema.Length == 0 || (string?)item[Schema] == schema)
            .Where(item => name.Length == 0 || (string?)item["name"] == name);
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
