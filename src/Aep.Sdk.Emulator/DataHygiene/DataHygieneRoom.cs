using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.DataHygiene;

/// <summary>Data Hygiene (/data/core/hygiene): expirations of datasets.</summary>
internal sealed class DataHygieneRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Expirations>();
        services.AddHostedService<ExpirationClock>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/core/hygiene");
        group.MapGet("/ttl", (HttpRequest request, Sandbox sandbox) => Results.Json(ExpirationPage.Of(request, Expirations.All(sandbox))));
        group.MapPost("/ttl", async (HttpRequest request, Sandbox sandbox, Expirations expirations) => Results.Json(
            expirations.Create(sandbox, await JsonBody.ReadObjectAsync(request), Client(request)),
            statusCode: StatusCodes.Status201Created));
        group.MapGet("/ttl/{id}", (Sandbox sandbox, string id) => Results.Json(Expirations.Find(sandbox, id)));
        group.MapPut("/ttl/{id}", async (HttpRequest request, Sandbox sandbox, string id, Expirations expirations) => Results.Json(
            expirations.Update(sandbox, id, await JsonBody.ReadObjectAsync(request), Client(request))));
        group.MapDelete("/ttl/{id}", (HttpRequest request, Sandbox sandbox, string id, Expirations expirations) => Results.Json(
            expirations.Cancel(sandbox, id, Client(request))));
        group.MapGet("/quota", (SandboxDirectory sandboxes) => Results.Json(Quotas(sandboxes)));
    }

    private static JsonObject Quotas(SandboxDirectory sandboxes) => new()
    {
        ["quotas"] = new JsonArray(new JsonObject
        {
            ["name"] = "datasetExpirationQuota",
            ["description"] = "Dataset expirations of the organization that are pending or being executed.",
            ["consumed"] = sandboxes.All.Sum(
                sandbox => Expirations.All(sandbox).Count(entry => (string?)entry["status"] == Expirations.Pending)),
            ["quota"] = Expirations.Quota,
        }),
    };

    private static string Client(HttpRequest request) => request.Headers["x-api-key"].ToString();
}
