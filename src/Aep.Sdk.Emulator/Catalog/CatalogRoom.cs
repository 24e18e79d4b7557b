using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>Catalog Service (/data/foundation/catalog): datasets and batches.</summary>
internal sealed class CatalogRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services) => services.AddSingleton<DatasetService>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/catalog");
        DatasetRoutes.Map(group);
        group.MapGet("/batches", (HttpRequest request, Sandbox sandbox, BatchService batches) =>
            Results.Json(CatalogListing.Of(request, batches.All(sandbox))));
        group.MapGet("/batches/{id}", (HttpRequest request, Sandbox sandbox, string id, BatchService batches) =>
            Results.Json(CatalogListing.Single(request, batches.Find(sandbox, id) ?? throw CatalogErrors.NotFound("batch", id))));
    }
}
