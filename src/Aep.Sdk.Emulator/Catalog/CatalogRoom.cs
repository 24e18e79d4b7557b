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
        services.AddSingleton<ExpiredRows>();
        services.AddSingleton<RequestLog>();
        services.AddHostedService<DatasetRecovery>();
        services.AddHostedService<RowExpirationClock>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/catalog");
        MapResources(group);
        BatchedRequests.Map(group, MapResources);
    }

    private static void MapResources(IEndpointRouteBuilder routes)
    {
        DatasetRoutes.Map(routes);
        BatchRoutes.Map(routes);
        ObjectRoutes.Map(routes);
    }
}
