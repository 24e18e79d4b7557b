using Aep.Sdk.Emulator.Gateway;
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
        services.AddSingleton<CreationTimes>();
        services.AddSingleton<TemplateService>();
        services.AddSingleton<QueryRuns>();
        services.AddSingleton<QueryApi>();
        services.AddHostedService<QueryRecovery>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/query");
        group.MapGet("/connection_parameters", ConnectionParameters.Describe);
        group.MapPost("/queries", (HttpRequest request, Sandbox sandbox, QueryApi api) => api.CreateAsync(request, sandbox));
        group.MapGet("/queries", (HttpRequest request, Sandbox sandbox, QueryApi api) => api.List(request, sandbox));
        group.MapGet("/queries/{id}", (Sandbox sandbox, string id, QueryApi api) => api.Get(sandbox, id));
        group.MapPatch("/queries/{id}", (HttpRequest request, Sandbox sandbox, string id, QueryApi api) => api.PatchAsync(request, sandbox, id));
        TemplateApi.Map(group);
    }
}
