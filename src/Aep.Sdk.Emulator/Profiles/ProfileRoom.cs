using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>Real-Time Customer Profile (/data/core/ups): persons and their events, merge policies.</summary>
internal sealed class ProfileRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ProfileRemovals>();
        services.AddSingleton<ProfileSources>();
        services.AddSingleton<ProfileStore>();
        services.AddSingleton<ProfileEvents>();
        services.AddSingleton<MergePolicies>();
        services.AddSingleton<ProfileEntities>();
        services.AddSingleton<SystemJobs>();
        services.AddHostedService<SystemJobRecovery>();
        services.AddHostedService<PseudonymousProfiles>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        EntityRoutes.Map(routes);
        MergePolicyRoutes.Map(routes);
        SystemJobs.Map(routes);
        SampleStatus.Map(routes);
        Projections.Map(routes);
    }
}
