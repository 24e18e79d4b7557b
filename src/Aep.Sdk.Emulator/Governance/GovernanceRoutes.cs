using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Governance;

/// <summary>Listings and look-ups that labels, marketing actions and policies share; making labels and actions.</summary>
internal static class GovernanceRoutes
{
    public const string Base = "/data/foundation/dulepolicy";
    private const int DefaultLimit = 1000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup(Base);
        MapReading(group, "labels", PolicyStore.LabelKind);
        MapReading(group, "marketingActions", PolicyStore.ActionKind);
        MapReading(group, "policies", PolicyStore.PolicyKind);
        MapPut(group, "labels", PolicyStore.LabelKind);
        MapPut(group, "marketingActions", PolicyStore.ActionKind);
        group.MapDelete("/marketingActions/custom/{name}",
            (Sandbox sandbox, string name) => sandbox.Documents[PolicyStore.ActionKind].Remove(name)
            ? Results.Ok()
            : throw GovernanceErrors.NotFound("marketing action", name));
    }

    public static string Root(HttpRequest request) => $"{request.Scheme}://{request.Host}{Base}";

    public static JsonObject WithLink(HttpRequest request, string path, JsonObject resource)
    {
        var shown = (JsonObject)resource.DeepClone();
        shown["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = $"{Root(request)}/{path}" } };
        return shown;
    }

    private static void MapReading(RouteGroupBuilder group, string segment, string kind)
    {
        foreach (string owner in new[] { "core", "custom" })
        {
            bool core = owner == "core";
            group.MapGet($"/{segment}/{owner}", (HttpRequest request, Sandbox sandbox) =>
                List(request, $"{segment}/{owner}", PolicyStore.All(sandbox, kind, core, Root(request))));
            group.MapGet($"/{segment}/{owner}/{{key}}", (HttpRequest request, Sandbox sandbox, string key) =>
                Results.Json(WithLink(request, $"{segment}/{owner}/{key}", PolicyStore.Find(sandbox, kind, core, key, Root(request))
                    ?? throw GovernanceErrors.NotFound(segment.TrimEnd('s'), key))));
        }
    }

    private static void MapPut(RouteGroupBuilder group, string segment, string kind) =>
        group.MapPut($"/{segment}/custom/{{name}}", async (HttpRequest request, Sandbox sandbox, string name, PolicyStore store) =>
        {
            (JsonObject resource, bool isNew) = store.Put(sandbox, kind, name, await JsonBody.ReadObjectAsync(request));
            return Results.Json(WithLink(request, $"{segment}/custom/{name}", resource),
                statusCode: isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
        });

    // Pages go on from the key of the last item.
    private static IResult List(HttpRequest request, string path, IReadOnlyList<JsonObject> all)
    {
        string[] labels = Split(request, "duleLabels"), actions = Split(request, "marketingAction");
        JsonObject[] found = [.. ResourceOrder.Apply(request, all)
            .Where(item => labels.Length == 0 || labels.Any(
                label => item["deny"]?.ToJsonString().Contains($"\"{label}\"", StringComparison.Ordinal) == true))
            .Where(item => actions.Length == 0 || actions.Any(
                action => item["marketingActionRefs"]?.ToJsonString().Contains(action, StringComparison.Ordinal) == true))];
        string start = request.Query["start"].ToString();
        int first = start.Length == 0 ? 0 : Array.FindIndex(found, item => Key(item) == start);
        int limit = OffsetPage.Number(request, "limit", DefaultLimit, 1, DefaultLimit);
        JsonObject[] page = first < 0 ? [] : [.. found.Skip(first).Take(limit)];
        int next = first + page.Length;
        var links = new JsonObject
        {
            ["page"] = new JsonObject { ["href"] = $"{Root(request)}/{path}?{{?limit,start,property}}", ["templated"] = true },
        };
        if (first >= 0 && next < found.Length)
            links["next"] =
                new JsonObject { ["href"] = $"{Root(request)}/{path}?start={Uri.EscapeDataString(Key(found[next]))}&limit={limit}" };
        return Results.Json(new JsonObject
        {
            ["_page"] = new JsonObject { ["start"] = page.Length == 0 ? "" : Key(page[0]), ["count"] = page.Length },
            ["_links"] = links,
            ["children"] = new JsonArray([.. page.Select(item => WithLink(request, $"{path}/{Key(item)}", item))]),
        });
    }

    private static string[] Split(HttpRequest request, string name) =>
        request.Query[name].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static string Key(JsonObject item) => (string)(item["id"] ?? item["name"])!;
}
