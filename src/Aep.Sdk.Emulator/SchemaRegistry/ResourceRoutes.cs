using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Schemas, classes, field groups and data types; behaviors, which are only read.</summary>
internal static class ResourceRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (ResourceType type in ResourceType.Custom)
            MapType(routes, type, type.Segment);
        MapType(routes, ResourceType.FieldGroups, "mixins"); // their name of old still answers
        MapReading(routes, ResourceType.Behaviors, "global", "behaviors");
    }

    private static void MapType(IEndpointRouteBuilder routes, ResourceType type, string segment)
    {
        MapReading(routes, type, "tenant", segment);
        MapReading(routes, type, "global", segment);
        string collection = $"/tenant/{segment}";
        string item = collection + "/{id}";
        routes.MapPost(collection, async (HttpRequest request, Sandbox sandbox, ResourceWriter writer) =>
            Results.Json(writer.Create(sandbox, type, await JsonBody.ReadObjectAsync(request), Client(request)),
                statusCode: StatusCodes.Status201Created));
        routes.MapPut(item, async (HttpRequest request, Sandbox sandbox, string id, ResourceWriter writer) =>
            Results.Json(writer.Replace(sandbox, type, RouteText.Decode(id), await JsonBody.ReadObjectAsync(request), Client(request))));
        routes.MapPatch(item, async (HttpRequest request, Sandbox sandbox, string id, ResourceWriter writer) =>
            Results.Json(writer.Patch(sandbox, type, RouteText.Decode(id), await JsonBody.ReadArrayAsync(request), Client(request))));
        routes.MapDelete(item, (Sandbox sandbox, string id, ResourceWriter writer) =>
        {
            writer.Delete(sandbox, type, RouteText.Decode(id));
            return Results.NoContent();
        });
    }

    private static void MapReading(IEndpointRouteBuilder routes, ResourceType type, string container, string segment)
    {
        bool isGlobal = container == "global";
        routes.MapGet($"/{container}/{segment}", (HttpRequest request, Sandbox sandbox) => List(request, sandbox, type, isGlobal));
        routes.MapGet($"/{container}/{segment}/{{id}}", (HttpRequest request, Sandbox sandbox, string id) =>
            Look(request, sandbox, type, isGlobal, RouteText.Decode(id)));
    }

    private static IResult List(HttpRequest request, Sandbox sandbox, ResourceType type, bool isGlobal)
    {
        bool summary = AcceptHeader.IsSummary(request);
        IReadOnlyList<JsonObject> all = isGlobal ? ResourceStore.Standard(type) : ResourceStore.Custom(sandbox, type);
        RegistryPage page = RegistryPage.Of(request, PropertyFilter.Apply(request, all));
        string? globalPath =
            isGlobal ? null : request.Path.ToString().TrimEnd('/').Replace("/tenant/", "/global/", StringComparison.Ordinal);
        return Results.Json(page.ToJson(resource => summary ? ResourceRendering.Summary(resource) : resource, globalPath));
    }

    private static IResult Look(HttpRequest request, Sandbox sandbox, ResourceType type, bool isGlobal, string id)
    {
        ResourceView view = AcceptHeader.View(request);
        JsonObject? found = isGlobal ? ResourceStore.FindStandard(type, id) : ResourceStore.FindCustom(sandbox, type, id);
        if (found is null && type == ResourceType.Schemas && !isGlobal)
            found = UnionRoutes.Find(sandbox, id); // unions are looked up as schemas too, for exports
        JsonObject shown = ResourceRendering.Render(sandbox, found ?? throw RegistryErrors.NotFound(type, id), view);
        if ((string?)shown["meta:registryMetadata"]?["eTag"] is { } etag)
            request.HttpContext.Response.Headers.ETag = $"\"{etag}\"";
        return Results.Json(shown);
    }

    private static string Client(HttpRequest request) => request.Headers["x-api-key"].ToString();
}
