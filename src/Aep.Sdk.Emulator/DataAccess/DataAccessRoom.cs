using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.DataAccess;

/// <summary>Data Access (/data/foundation/export): the files of batches, read only.</summary>
internal sealed class DataAccessRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services) => services.AddSingleton<BatchFiles>();

    public void MapRoutes(IEndpointRouteBuilder routes) => DataAccessRoutes.Map(routes.MapGroup("/data/foundation/export"));
}
