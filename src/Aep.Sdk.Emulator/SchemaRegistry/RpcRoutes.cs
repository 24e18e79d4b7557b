using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>The remote procedure calls: export, import, sample data, audit log.</summary>
internal static class RpcRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/rpc/export/{id}", (Sandbox sandbox, string id, AepEmulatorOptions options) =>
            Results.Json(ResourceExport.Of(sandbox, Id(id), options.TenantId)));
        routes.MapPost("/rpc/import", async (HttpRequest request, Sandbox sandbox, ResourceImport import) =>
            Results.Json(import.Take(sandbox, await JsonBody.ReadArrayAsync(request), request.Headers["x-api-key"].ToString())));
        routes.MapGet("/rpc/sampledata/{id}", (HttpRequest request, Sandbox sandbox, string id, SchemaRegistryService registry) =>
        {
            AcceptHeader.View(request);
            return Results.Json(
                SampleData.Of(registry.Resolve(sandbox, Id(id)) ?? throw RegistryErrors.NotFound(ResourceType.Schemas, Id(id))));
        });
        routes.MapGet("/rpc/auditlog/{id}", (Sandbox sandbox, string id) => Results.Json(
            ResourceStore.Find(sandbox, Id(id)) is null ? throw RegistryErrors.NotFound(ResourceType.Schemas, Id(id)) : AuditLog.Of(sandbox,
                Id(id))));
    }

    private static string Id(string routeValue) => ResourceIds.ToId(RouteText.Decode(routeValue));
}
