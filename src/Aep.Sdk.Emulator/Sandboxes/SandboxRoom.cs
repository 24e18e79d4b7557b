using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.Sandboxes;

/// <summary>Sandboxes (/data/foundation/sandbox-management): what there is.</summary>
internal sealed class SandboxRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/sandbox-management");
        group.MapGet("/", (SandboxDirectory sandboxes) => List(sandboxes));
        group.MapGet("/sandboxes", (SandboxDirectory sandboxes) => List(sandboxes));
        group.MapGet("/sandboxes/{name}", (string name, SandboxDirectory sandboxes) => Results.Json(Describe(sandboxes.Find(name)
            ?? throw GatewayErrors.Create(StatusCodes.Status404NotFound, "SMS-1404-404", $"The sandbox {name} does not exist."))));
    }

    private static IResult List(SandboxDirectory sandboxes) => Results.Json(new JsonObject
    {
        ["sandboxes"] = new JsonArray([.. sandboxes.All.Select(Describe)]),
        ["_page"] = new JsonObject { ["limit"] = sandboxes.All.Count, ["count"] = sandboxes.All.Count },
        ["_links"] = new JsonObject(),
    });

    private static JsonObject Describe(Sandbox sandbox) => new()
    {
        ["id"] = sandbox.Id,
        ["name"] = sandbox.Name,
        ["title"] = sandbox.Name,
        ["state"] = "active",
        ["type"] = sandbox.Type,
        ["region"] = "LOCAL",
        ["isDefault"] = sandbox.Name == "prod",
    };
}
