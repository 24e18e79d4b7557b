using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.StreamingIngestion;

/// <summary>Data collection (dcs.adobedc.net): messages to the inlets of streaming connections.</summary>
internal sealed class StreamingIngestionRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Inlets>();
        services.AddSingleton<InletAccess>();
        services.AddSingleton<MessageIds>();
        services.AddSingleton<MessageReader>();
        services.AddSingleton<RawMessages>();
        services.AddSingleton<MessageReading>();
        services.AddSingleton<MessageBuffers>();
        services.AddHostedService(provider => provider.GetRequiredService<MessageBuffers>());
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/collection");
        CollectionRoutes.Map(group);
        group.MapFallback("/{**path}", NotSupported.RespondAsync);
    }
}
