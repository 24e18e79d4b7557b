using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.Faults;

/// <summary>
/// Faults on request (<c>/__emulator/faults</c>), so that an app can be tested against a platform that misbehaves. AEP has nothing like it.
/// </summary>
internal sealed class FaultRoom : IEmulatorRoom
{
    public const string Path = "/__emulator";

    public void AddServices(IServiceCollection services) => services.AddSingleton<FaultRegistry>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup($"{Path}/faults");
        group.MapPost("", async (HttpRequest request, FaultRegistry faults) =>
        {
            AepEmulatorFault fault = FaultJson.Read(await JsonBody.ReadObjectAsync(request));
            faults.Add(fault);
            return Results.Json(FaultJson.Write(fault), statusCode: StatusCodes.Status201Created);
        });
        group.MapGet("", (FaultRegistry faults) => Results.Json(new JsonArray([.. faults.All.Select(FaultJson.Write)])));
        group.MapDelete("", (FaultRegistry faults) =>
        {
            faults.Clear();
            return Results.NoContent();
        });
    }
}
