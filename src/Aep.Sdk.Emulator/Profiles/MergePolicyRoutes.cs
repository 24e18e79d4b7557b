using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>/data/core/ups/config/mergePolicies</summary>
internal static class MergePolicyRoutes
{
    private const int DefaultLimit = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/core/ups/config/mergePolicies");
        group.MapGet("", List);
        group.MapPost("", async (HttpRequest request, Sandbox sandbox, MergePolicies policies) =>
            Results.Json(policies.Create(sandbox, await JsonBody.ReadObjectAsync(request))));
        group.MapPost("/bulk-get", async (HttpRequest request, Sandbox sandbox, MergePolicies policies) =>
            BulkGet.Answer(await JsonBody.ReadObjectAsync(request),
                id => policies.All(sandbox).FirstOrDefault(policy => (string?)policy["id"] == id)));
        group.MapGet("/{id}", (Sandbox sandbox, string id, MergePolicies policies) => Results.Json(policies.Get(sandbox, id)));
        group.MapPut("/{id}", async (HttpRequest request, Sandbox sandbox, string id, MergePolicies policies) =>
            Results.Json(policies.Replace(sandbox, id, await JsonBody.ReadObjectAsync(request))));
        group.MapPatch("/{id}", PatchAsync);
        group.MapDelete("/{id}", (Sandbox sandbox, string id, MergePolicies policies) =>
        {
            policies.Delete(sandbox, id);
            return Results.Ok();
        });
    }

    // The specification writes the paths of a patch with dots: /identityGraph.type.
    private static async Task<IResult> PatchAsync(HttpRequest request, Sandbox sandbox, string id, MergePolicies policies)
    {
        JsonArray operations = await JsonBody.ReadArrayAsync(request);
        foreach (JsonNode? operation in operations)
        {
            if (operation is JsonObject step && (string?)step["path"] is { } path)
                step["path"] = path.Replace('.', '/');
        }
        return Results.Json(policies.Replace(sandbox, id, JsonPatch.Apply(policies.Get(sandbox, id), operations, ProfileErrors.Invalid)));
    }

    private static IResult List(HttpRequest request, Sandbox sandbox, MergePolicies policies)
    {
        string onlyDefault = request.Query["default"].ToString(), schema = request.Query["schema.name"].ToString();
        IEnumerable<JsonObject> kept = policies.All(sandbox)
            .Where(policy => onlyDefault.Length == 0
                || policy["default"]!.ToString().Equals(onlyDefault, StringComparison.OrdinalIgnoreCase))
            .Where(policy => schema.Length == 0 || (string?)policy["schema"]!["name"] == schema);
        JsonObject[] found = [.. ResourceOrder.BySign(request.Query["orderby"].ToString(), kept)];
        OffsetPage page = OffsetPage.Of(request, found.Length, DefaultLimit);
        var answer = new JsonObject
        {
            ["_page"] = new JsonObject { ["count"] = page.Size, ["totalCount"] = found.Length },
            ["children"] = new JsonArray([.. page.Slice(found)]),
        };
        page.WriteNext(answer["_page"]!.AsObject());
        return Results.Json(answer);
    }
}
