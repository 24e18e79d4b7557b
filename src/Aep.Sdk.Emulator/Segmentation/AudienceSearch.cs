using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>/data/core/ups/search: audiences from elsewhere by namespace and text. There are no folders here.</summary>
internal static class AudienceSearch
{
    private const int DefaultLimit = 10;
    private const int MaxLimit = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/core/ups/search");
        group.MapGet("/namespaces", (HttpRequest request, Sandbox sandbox) =>
        {
            RequireSchema(request, "schema.name");
            var counts = Found(request, sandbox, null).CountBy(audience => (string?)audience["namespace"] ?? "").ToArray();
            return Results.Json(new JsonObject
            {
                ["namespaces"] =
                    new JsonArray([.. counts.Select(count => new JsonObject { ["namespace"] = count.Key, ["count"] = count.Value })]),
                ["totalCount"] = counts.Sum(count => count.Value),
                ["status"] = new JsonObject { ["message"] = "Success" },
            });
        });
        group.MapGet("/entities", Entities);
        group.MapGet("/taxonomy", (HttpRequest request, Sandbox sandbox) =>
        {
            RequireSchema(request, "schema.name");
            string id = request.Query["entityId"].ToString();
            bool known = sandbox.Documents[ExternalAudiences.Kind].Find(id) is not null;
            return Results.Json(new JsonObject
            {
                ["taxonomy"] = new JsonArray(),
                ["status"] = new JsonObject { ["message"] = known ? "Success" : $"Cannot find entityId {id}." },
            });
        });
    }

    private static IResult Entities(HttpRequest request, Sandbox sandbox)
    {
        RequireSchema(request, "schema.name", "schemaClass");
        JsonObject[] found = [.. Found(request, sandbox, request.Query["namespace"].ToString())];
        int limit = OffsetPage.Number(request, "limit", DefaultLimit, 1, MaxLimit), page = OffsetPage.Number(
            request, "page", 0, 0, int.MaxValue / MaxLimit);
        JsonObject[] slice = [.. found.Skip(page * limit).Take(limit)];
        return Results.Json(new JsonObject
        {
            ["entities"] = new JsonArray([.. slice.Select(audience => new JsonObject
            {
                ["id"] = audience["id"]!.DeepClone(),
                ["base64EncodedSourceId"] = Convert.ToBase64String(Encoding.UTF8.GetBytes((string)audience["audienceId"]!)),
                ["sourceId"] = audience["audienceId"]!.DeepClone(),
                ["isFolder"] = false,
                ["parentFolderId"] = "root",
                ["name"] = audience["name"]!.DeepClone(),
                ["description"] = audience["description"]?.DeepClone() ?? "",
            })]),
            ["page"] = new JsonObject
            {
                ["totalCount"] = found.Length,
                ["totalPages"] = (found.Length + limit - 1) / limit,
                ["pageOffset"] = page,
                ["pageSize"] = slice.Length,
            },
            ["status"] = new JsonObject { ["message"] = "Success" },
        });
    }

    private static IEnumerable<JsonObject> Found(HttpRequest request, Sandbox sandbox, string? space)
    {
        SearchTerm[] terms = SearchTerm.Read(request.Query["s"].ToString());
        return sandbox.Documents[ExternalAudiences.Kind].All()
            .Where(audience => space is null || (string?)audience["namespace"] == space)
            .Where(audience => terms.Length == 0 || Array.Exists(terms, term => term.IsIn(audience)));
    }

    private static void RequireSchema(HttpRequest request, params string[] names)
    {
        if (names.All(name => request.Query[name].ToString().Length == 0))
            throw ProfileErrors.Invalid($"{names[0]} is required.");
    }
}
