using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.PostgresWire;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.QueryService;

/// <summary>Query Service: the PostgreSQL endpoint and the HTTP API (/data/foundation/query).</summary>
internal sealed class QueryServiceRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<TableStores>();
        services.AddSingleton<CancelKeys>();
        services.AddSingleton<SessionGate>();
        services.AddSingleton<ConnectionStartup>();
        services.AddSingleton<ClientConnection>();
        services.AddHostedService<QueryEndpoint>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
