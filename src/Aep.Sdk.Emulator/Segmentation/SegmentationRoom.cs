using Aep.Sdk.Emulator.Activation;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Segmentation Service (/data/core/ups): definitions and audiences, jobs, schedules, exports, previews and estimates.</summary>
internal sealed class SegmentationRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<SegmentRules>();
        services.AddSingleton<SegmentDefinitions>();
        services.AddSingleton<SegmentJobs>();
        services.AddSingleton<AudienceEvaluator>();
        services.AddSingleton<Memberships>();
        services.AddSingleton<SegmentMemberships>();
        services.AddSingleton<Previews>();
        services.AddSingleton<Audiences>();
        services.AddSingleton<ExternalAudienceOperations>();
        services.AddSingleton<ExternalAudienceFiles>();
        services.AddSingleton<ExternalAudienceRuns>();
        services.AddSingleton<SegmentSchedules>();
        services.AddSingleton<ProfileExport>();
        services.AddSingleton<ExportJobs>();
        services.AddHostedService<SegmentationRecovery>();
        services.AddHostedService<ScheduleRunner>();
        services.AddHostedService<ExternalAudienceClock>();
        services.AddSingleton<IAudienceReader, AudienceReader>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        SegmentDefinitionRoutes.Map(routes);
        SegmentJobRoutes.Map(routes);
        PreviewRoutes.Map(routes);
        AudienceRoutes.Map(routes);
        AudienceSearch.Map(routes);
        ExternalAudienceRoutes.Map(routes);
        ScheduleRoutes.Map(routes);
        ExportJobRoutes.Map(routes);
    }
}
