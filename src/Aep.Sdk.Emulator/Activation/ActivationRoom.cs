using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.FlowService.Schedules;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>Ad hoc activation (/data/core/activation).</summary>
internal sealed class ActivationRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<AudienceActivations>();
        services.AddSingleton<AudienceRuns>();
        services.AddSingleton<TestActivations>();
        services.AddSingleton<ExportedMembers>();
        services.AddSingleton<IScheduledWork>(provider => provider.GetRequiredService<AudienceRuns>());
        services.AddSingleton<IResumableRuns>(provider => provider.GetRequiredService<AudienceRuns>());
        services.AddSingleton<IRetryableRuns>(provider => provider.GetRequiredService<AudienceRuns>());
    }

    public void MapRoutes(IEndpointRouteBuilder routes) =>
        routes.MapPost("/data/core/activation/disflowprovider/adhocrun", AdHocRuns.RunAsync);
}
