using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Unions are read only: the union tag of schemas makes them.</summary>
internal static class UnionRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tenant/unions", (HttpRequest request, Sandbox sandbox) =>
        {
            bool summary = AcceptHeader.IsSummary(request);
            RegistryPage page = RegistryPage.Of(request, PropertyFilter.Apply(request, UnionSchemas.All(sandbox)));
            return Results.Json(page.ToJson(union => summary ? ResourceRendering.Summary(union) : union));
        });
        routes.MapGet("/tenant/unions/{id}", (HttpRequest request, Sandbox sandbox, string id) =>
        {
            ResourceView view = AcceptHeader.View(request);
            JsonObject union = Find(sandbox, RouteText.Decode(id))
                ?? throw RegistryErrors.NotFound(ResourceType.Unions, RouteText.Decode(id));
            return Results.Json(ResourceRendering.Render(sandbox, union, view));
        });
    }

    public static JsonObject? Find(Sandbox sandbox, string idOrAltId)
    {
        string id = ResourceIds.ToId(idOrAltId);
        return UnionSchemas.All(sandbox).FirstOrDefault(union => (string?)union["$id"] == id);
    }
}
