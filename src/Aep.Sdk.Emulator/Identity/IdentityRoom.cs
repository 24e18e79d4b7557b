using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Identity;

/// <summary>Identity Service (/data/core/idnamespace, /data/core/identity): namespaces, XIDs, clusters, graphs, mappings.</summary>
internal sealed class IdentityRoom : IEmulatorRoom
{
    private const string Algorithm = "STITCH_ALL";
    private const int MaxIds = 1000;

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Namespaces>();
        services.AddSingleton<IdentityClusters>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        MapNamespaces(routes.MapGroup("/data/core/idnamespace"));
        MapIdentities(routes.MapGroup("/data/core/identity"));
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

    private static void MapIdentities(RouteGroupBuilder group)
    {
        group.MapGet("/identity", (HttpRequest request, IdentityClusters clusters) =>
            Results.Json(new JsonObject { ["xid"] = Xid.Encode(Read(request, clusters)) }));
        group.MapGet("/cluster/members", (HttpRequest request, Sandbox sandbox, IdentityClusters clusters) =>
            Results.Json(Clusters([clusters.Cluster(sandbox, Read(request, clusters))])));
        group.MapPost("/clusters/members", async (HttpRequest request, Sandbox sandbox, IdentityClusters clusters) =>
        {
            IReadOnlyList<ProfileKey> keys = Several(await JsonBody.ReadObjectAsync(request), "xids", "compositeXids", clusters);
            return Results.Json(Clusters([.. keys.Select(key => clusters.Cluster(sandbox, key))]));
        });
        group.MapPost("/v2/graph", async (HttpRequest request, Sandbox sandbox, IdentityClusters clusters) =>
        {
            IReadOnlyList<ProfileKey> keys = Several(await JsonBody.ReadObjectAsync(request), "xids", "composite_xids", clusters);
            return Results.Json(new JsonObject
            {
                ["version"] = "2.0",
                ["graphs"] = Array(keys.Select(key => clusters.Graph(sandbox, key))),
                ["unprocessed_composite_xids"] = new JsonArray(),
                ["algo_type"] = Algorithm,
            });
        });
        group.MapGet("/mapping", (HttpRequest request, Sandbox sandbox, IdentityClusters clusters, Namespaces namespaces) =>
            Results.Json(Mapping(sandbox, Read(request, clusters), request.Query["targetNs"].ToString(), clusters, namespaces)));
        group.MapPost("/mapping", async (HttpRequest request, Sandbox sandbox, IdentityClusters clusters, Namespaces namespaces) =>
        {
            JsonObject body = await JsonBody.ReadObjectAsync(request);
            string target = body["targetNs"]?.ToString() ?? "";
            return Results.Json(
                Array(Several(body, "xids", "compositeXids", clusters).Select(key => Mapping(sandbox, key, target, clusters, namespaces))));
        });
    }

    private static ProfileKey Read(HttpRequest request, IdentityClusters clusters)
    {
        string space = request.Query["namespace"].ToString();
        return clusters.Read(request.Query["xid"], space.Length > 0 ? space : request.Query["nsid"].ToString(), request.Query["id"]);
    }

    private static List<ProfileKey> Several(JsonObject body, string xids, string composites, IdentityClusters clusters)
    {
        JsonArray given = (body[xids] ?? body[composites]) as JsonArray
            ?? throw IdentityErrors.Create(400, $"{composites} or {xids} must be a list.");
        if (given.Count is 0 or > MaxIds)
            throw IdentityErrors.Create(400, $"Between 1 and {MaxIds} identities may be asked for, not {given.Count}.");
        return [.. given.Select(item => item is JsonObject composite
            ? clusters.Read((string?)composite["xid"], (composite["ns"] ?? composite["nsid"])?.ToString(), (string?)composite["id"])
            : clusters.Read((string?)item, null, null))];
    }

    private static JsonObject Mapping(Sandbox sandbox, ProfileKey key, string target, IdentityClusters clusters, Namespaces namespaces)
    {
        string code = target.Length == 0
            ? ""
            : (string?)namespaces.Find(target)?["code"] ?? throw IdentityErrors.Create(400, $"There is no identity namespace '{target}'.");
        IEnumerable<ProfileKey> others = clusters.Members(sandbox, key)
            .Where(member => member != key && (code.Length == 0 || member.Namespace == code.ToLowerInvariant()));
        return new JsonObject
        {
            ["xid"] = Xid.Encode(key),
            ["mapping"] = Array(
                others.Select(member => new JsonObject { ["xid"] = Xid.Encode(member), ["compositeXid"] = clusters.Composite(member) })),
        };
    }

    private static JsonObject Clusters(JsonObject[] clusters) => new()
    {
        ["version"] = "1.1.0",
        ["clusters"] = Array(clusters),
        ["unprocessedRecords"] = new JsonArray(),
        ["algo_type"] = Algorithm,
    };

    private static JsonArray Array(IEnumerable<JsonObject> items) => new([.. items]);
}
