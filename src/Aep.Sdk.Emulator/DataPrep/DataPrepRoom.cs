using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.DataPrep;

/// <summary>Data Prep (/data/foundation/conversion): mapping sets and the expression language.</summary>
internal sealed class DataPrepRoom : IEmulatorRoom
{
    public const string Kind = "mappingSets";

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<MappingRules>();
        services.AddSingleton<MappingSets>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        MappingSetRoutes.Map(routes.MapGroup("/data/foundation/conversion/mappingSets"));
        LanguageRoutes.Map(routes.MapGroup("/data/foundation/conversion/languages/el"));
    }
}
