using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.PostgresWire;
using Aep.Sdk.Emulator.QueryService.Alerts;
using Aep.Sdk.Emulator.QueryService.IpAccess;
using Aep.Sdk.Emulator.QueryService.Listings;
using Aep.Sdk.Emulator.QueryService.Queries;
using Aep.Sdk.Emulator.QueryService.Schedules;
using Aep.Sdk.Emulator.QueryService.Templates;
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
        services.AddSingleton<ReferencedDatasets>();
        services.AddSingleton<QueryDefinitions>();
        services.AddSingleton<QueryRetention>();
        services.AddSingleton<QueryRuns>();
        services.AddSingleton<QueryDocuments>();
        services.AddSingleton<QueryLauncher>();
        services.AddSingleton<InteractiveQueries>();
        services.AddSingleton<QueryApi>();
        services.AddHostedService<QueryRecovery>();
        services.AddSingleton<AcceleratedQueries>();
        services.AddSingleton<ScheduleRuns>();
        services.AddSingleton<QuerySchedules>();
        services.AddHostedService<ScheduleRunner>();
        services.AddSingleton<QueryAlerts>();
        services.AddSingleton<IpAccessList>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/query");
        group.MapGet("/connection_parameters", ConnectionParameters.Describe);
        group.MapPost("/queries", (HttpRequest request, Sandbox sandbox, QueryApi api) => api.CreateAsync(request, sandbox));
        group.MapGet("/queries", QueryApi.List);
        group.MapGet("/queries/{id}", QueryApi.Get);
        group.MapPatch(
            "/queries/{id}", (HttpRequest request, Sandbox sandbox, string id, QueryApi api) => api.PatchAsync(request, sandbox, id));
        group.MapPost("/accelerated-queries",
            (HttpRequest request, Sandbox sandbox, AcceleratedQueries queries) => queries.RunAsync(request, sandbox));
        TemplateApi.Map(group);
        ScheduleRoutes.Map(group);
        ScheduleRunRoutes.Map(group);
        AlertRoutes.Map(group);
        IpAccessRoutes.Map(group);
    }
}
