using Aep.Sdk.Emulator.FlowService.Landing;
using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.FlowService.Schedules;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>Flow Service (/data/foundation/flowservice): sources and destinations of the Data Landing Zone.</summary>
internal sealed class FlowServiceRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<FlowResources>();
        services.AddSingleton<FlowValidator>();
        services.AddSingleton<SpecCollection>();
        services.AddSingleton<FlowRuns>();
        services.AddSingleton<DatasetExports>();
        services.AddSingleton<DatasetExportRuns>();
        services.AddSingleton<ExportLanding>();
        services.AddSingleton<RunTurns>();
        services.AddSingleton<DropZoneFiles>();
        services.AddSingleton<FileImports>();
        services.AddSingleton<FileImportJob>();
        services.AddSingleton<RunRecovery>();
        services.AddSingleton<RunRetries>();
        services.AddSingleton<RowMapper>();
        services.AddSingleton<CloudFolders>();
        services.AddSingleton<Exploration>();
        services.AddSingleton<OnDemandRuns>();
        services.AddSingleton<IScheduledWork>(provider => provider.GetRequiredService<FileImports>());
        services.AddSingleton<IScheduledWork>(provider => provider.GetRequiredService<DatasetExportRuns>());
        services.AddSingleton<IRetryableRuns>(provider => provider.GetRequiredService<FileImports>());
        services.AddSingleton<IRetryableRuns>(provider => provider.GetRequiredService<DatasetExportRuns>());
        services.AddSingleton<IResumableRuns>(provider => provider.GetRequiredService<DatasetExportRuns>());
        services.AddHostedService<LandingZoneWatcher>();
        services.AddHostedService<FlowClock>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/flowservice");
        FlowRoutes.Map(group);
        FlowLookups.Map(group);
        SpecRoutes.Map(group);
        RunRoutes.Map(group);
        StateRoutes.Map(group);
    }
}
