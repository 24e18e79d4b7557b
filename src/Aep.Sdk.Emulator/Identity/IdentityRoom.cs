using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Identity;

/// <summary>Identity Service (/data/core/idnamespace, /data/core/identity): namespaces, XIDs, clusters, graphs, mappings.</summary>
internal sealed class IdentityRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Namespaces>();
        services.AddSingleton<IdentityClusters>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        MapNamespaces(routes.MapGroup("/data/core/idnamespace"));
        RouteGroupBuilder identities = routes.MapGroup("/data/core/identity");
        identities.MapGet("/identity", (HttpRequest request, Namespaces namespaces) =>
            Results.Json(new JsonObject { ["xid"] = Xid.Encode(IdentityForm.Read(request, namespaces).Key) }));
        ClusterRoutes.Map(identities);
        GraphRoutes.Map(identities);
        MappingRoutes.Map(identities);
    }

    private static void MapNamespaces(RouteGroupBuilder group)
    {
        group.MapGet("/identities", (Namespaces namespaces) => Results.Json(Array(namespaces.All)));
        group.MapGet("/orgs/{org}/identities", (string org, Namespaces namespaces, AepEmulatorOptions options) => org == options.OrgId
            ? Results.Json(Array(namespaces.All))
            : throw IdentityErrors.NotFound($"The organisation {org} is not known here."));
        group.MapPost("/identities", async (HttpRequest request, Namespaces namespaces) =>
            Results.Json(namespaces.Create(await JsonBody.ReadObjectAsync(request))));
        group.MapGet("/identities/{id}", (string id, Namespaces namespaces) => Results.Json(namespaces.Get(id)));
        group.MapPut("/identities/{id}", async (HttpRequest request, string id, Namespaces namespaces) =>
            Results.Json(namespaces.Update(id, await JsonBody.ReadObjectAsync(request))));
    }

    private static JsonArray Array(IEnumerable<JsonObject> items) => new([.. items]);
}
