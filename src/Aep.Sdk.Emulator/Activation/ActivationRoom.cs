using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>Ad hoc activation (/data/core/activation).</summary>
internal sealed class ActivationRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<AudienceActivations>();
        services.AddSingleton<AudienceRuns>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/data/core/activation/disflowprovider/adhocrun", AdHocRuns.RunAsync);
}
