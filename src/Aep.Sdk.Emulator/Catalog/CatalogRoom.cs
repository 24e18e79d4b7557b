using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>Catalog Service (/data/foundation/catalog): datasets, batches, and what stands beside them.</summary>
internal sealed class CatalogRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<DatasetService>();
        services.AddSingleton<BatchCatalog>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/catalog");
        DatasetRoutes.Map(group);
        BatchRoutes.Map(group);
        ObjectRoutes.Map(group);
    }
}
