using Aep.Sdk.Emulator.Activation;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Segmentation Service (/data/core/ups): definitions, jobs, previews and estimates.</summary>
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
        services.AddSingleton<IAudienceReader, AudienceReader>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        SegmentDefinitionRoutes.Map(routes);
        SegmentJobRoutes.Map(routes);
        PreviewRoutes.Map(routes);
    }
}
