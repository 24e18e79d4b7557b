using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.AccessControl;

/// <summary>Access control (/data/foundation/access-control): permissions, what the credential may do, roles and policies.</summary>
internal sealed class AccessControlRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Roles>();
        services.AddSingleton<AccessPolicies>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/data/foundation/access-control/acl");
        group.MapGet("/reference", () => Results.Json(new JsonObject
        {
            ["permissions"] =
                new JsonObject(Permissions.All.Select(permission => KeyValuePair.Create(permission.Id, (JsonNode?)Resources(permission)))),
            ["resource-types"] = new JsonObject(Permissions.ResourceTypes.Select(
                type => KeyValuePair.Create(type, (JsonNode?)Array(Permissions.Actions(Permissions.All, type))))),
        }));
        group.MapPost("/effective-policies", async (HttpRequest request, Roles roles) =>
            Results.Json(new JsonObject { ["policies"] = Granted(await JsonBody.ReadArrayAsync(request), roles, request) }));
        AdministrationRoutes.Map(routes);
    }

    // What is not granted is left out of the answer.
    private static JsonObject Granted(JsonArray resources, Roles roles, HttpRequest request)
    {
        string sandbox = request.Headers["x-sandbox-name"].ToString();
        IReadOnlySet<string> granted = roles.Granted(sandbox.Length == 0 ? null : sandbox);
        Permission[] own = [.. Permissions.All.Where(permission => granted.Contains(permission.Id))];
        var policies = new JsonObject();
        foreach (string? resource in resources.Select(item => (string?)item))
        {
            if (Name(resource, "/permissions/") is { } id && own.Any(permission => permission.Id == id))
                policies[resource!] = new JsonArray("*");
            else if (Name(resource, "/resource-types/") is { } type && Permissions.Actions(own, type) is { Count: > 0 } actions)
                policies[resource!] = Array(actions);
        }
        return policies;
    }

    private static JsonObject Resources(Permission permission) =>
        new(permission.Resources.Select(type => KeyValuePair.Create(type, (JsonNode?)Array(permission.Actions))));

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static string? Name(string? resource, string prefix) =>
        resource is not null && resource.StartsWith(prefix, StringComparison.Ordinal) ? resource[prefix.Length..] : null;
}
