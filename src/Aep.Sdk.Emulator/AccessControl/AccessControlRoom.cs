using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.AccessControl;

/// <summary>Access control (/data/foundation/access-control): the one credential of the local platform may do everything.</summary>
internal sealed class AccessControlRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/access-control/acl");
        group.MapGet("/reference", () => Results.Json(new JsonObject
        {
            ["permissions"] = new JsonObject(Permissions.Names.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject()))),
            ["resource-types"] = new JsonObject(Permissions.ResourceTypes.Select(name => KeyValuePair.Create(name, (JsonNode?)Actions()))),
        }));
        group.MapPost("/effective-policies", async (HttpRequest request) => Results.Json(new JsonObject { ["policies"] = Granted(await JsonBody.ReadArrayAsync(request)) }));
    }

    private static JsonObject Granted(JsonArray resources)
    {
        var policies = new JsonObject();
        foreach (string? resource in resources.Select(item => (string?)item))
        {
            if (Name(resource, "/permissions/") is { } permission && Permissions.Names.Contains(permission))
                policies[resource!] = new JsonArray("*");
            else if (Name(resource, "/resource-types/") is { } type && Permissions.ResourceTypes.Contains(type))
                policies[resource!] = Actions();
        }
        return policies;
    }

    private static string? Name(string? resource, string prefix) =>
        resource is not null && resource.StartsWith(prefix, StringComparison.Ordinal) ? resource[prefix.Length..] : null;

    private static JsonArray Actions() => new("read", "write", "delete");
}
