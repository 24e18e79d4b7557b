using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.ComputedAttributes;

/// <summary>Computed attributes (/data/core/ca/attributes).</summary>
internal sealed class ComputedAttributeRoom : IEmulatorRoom
{
    private const int DefaultLimit = 20;

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ComputedAttributeService>();
        services.AddSingleton<ComputedValues>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/core/ca/attributes");
        group.MapGet("", List);
        group.MapPost("", async (HttpRequest request, Sandbox sandbox, ComputedAttributeService attributes) =>
            Results.Json(attributes.Create(sandbox, await JsonBody.ReadObjectAsync(request))));
        group.MapGet("/{id}", (Sandbox sandbox, string id) => Results.Json(ComputedAttributeService.Get(sandbox, id)));
        group.MapPatch("/{id}", async (HttpRequest request, Sandbox sandbox, string id, ComputedAttributeService attributes) =>
            Results.Json(attributes.Update(sandbox, id, await JsonBody.ReadObjectAsync(request))));
        group.MapDelete("/{id}", (Sandbox sandbox, string id) =>
        {
            JsonObject attribute = ComputedAttributeService.Get(sandbox, id);
            sandbox.Documents[ComputedAttributeService.Kind].Remove(id);
            return Results.Json(attribute, statusCode: StatusCodes.Status202Accepted);
        });
    }

    private static IResult List(HttpRequest request, Sandbox sandbox)
    {
        JsonObject[] found = [.. ResourceOrder.Apply(request, sandbox.Documents[ComputedAttributeService.Kind].All())];
        OffsetPage page = OffsetPage.Of(request, found.Length, DefaultLimit);
        var answer = new JsonObject
        {
            ["_page"] = new JsonObject { ["totalCount"] = found.Length, ["pageSize"] = page.Size },
            ["children"] = new JsonArray([.. page.Slice(found)]),
        };
        page.WriteNext(answer["_page"]!.AsObject());
        return Results.Json(answer);
    }
}
