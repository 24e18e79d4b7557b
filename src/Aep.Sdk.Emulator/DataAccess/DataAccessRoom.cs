using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace Aep.Sdk.Emulator.DataAccess;

/// <summary>Data Access (/data/foundation/export): the files of batches, read only.</summary>
internal sealed class DataAccessRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services) => services.AddSingleton<BatchFiles>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/export");
        group.AddEndpointFilter((context, next) =>
        {
            // Until the last byte is sent, also when the dataset is deleted meanwhile.
            context.HttpContext.Response.RegisterForDispose(context.HttpContext.Features.GetRequiredFeature<Sandbox>().Lake.StartReading());
            return next(context);
        });
        DataAccessRoutes.Map(group);
        group.MapFallback("/{**path}", NotSupported.RespondAsync); // the platform's own leaves out names with a dot
    }
}
