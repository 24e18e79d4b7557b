using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>Flow Service (/data/foundation/flowservice): sources and destinations of the Data Landing Zone.</summary>
internal sealed class FlowServiceRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<FlowResources>();
        services.AddSingleton<FlowValidator>();
        services.AddSingleton<FlowRuns>();
        services.AddSingleton<DatasetExports>();
        services.AddSingleton<DropZoneFiles>();
        services.AddSingleton<FileImports>();
        services.AddSingleton<RowMapper>();
        services.AddSingleton<CloudFolders>();
        services.AddSingleton<Exploration>();
        services.AddSingleton<OnDemandRuns>();
        services.AddHostedService<LandingZoneWatcher>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/flowservice");
        FlowRoutes.Map(group);
        FlowLookups.Map(group);
    }
}
