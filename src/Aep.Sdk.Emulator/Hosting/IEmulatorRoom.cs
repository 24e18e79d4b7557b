namespace Aep.Sdk.Emulator.Hosting;

/// <summary>One service of the platform: what it needs and where it answers.</summary>
internal interface IEmulatorRoom
{
    void AddServices(IServiceCollection services);

    void MapRoutes(IEndpointRouteBuilder routes);
}
