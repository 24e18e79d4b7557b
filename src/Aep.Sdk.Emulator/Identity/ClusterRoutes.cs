using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Identity;

/// <summary>/cluster/members and /clusters/members</summary>
internal static class ClusterRoutes
{
    private static readonly string[] Members = ["xids", "compositeXids", "compositeXidsWithNamespace"];

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/cluster/members", (HttpRequest request, Sandbox sandbox, IdentityClusters clusters, Namespaces namespaces) =>
        {
            (ProfileKey key, IdentityForm form) = IdentityForm.Read(request, namespaces);
            bool linked = GraphType.Links(request.Query["graph-type"].ToString());
            return Results.Json(Answer([clusters.Cluster(sandbox, key, form, linked)]));
        });
        group.MapPost(
            "/clusters/members", async (HttpRequest request, Sandbox sandbox, IdentityClusters clusters, Namespaces namespaces) =>
        {
            JsonObject body = await JsonBody.ReadObjectAsync(request);
            bool linked = GraphType.Links(body, "graph-type");
            return Results.Json(Answer(AskedIdentities.Read(body, Members, namespaces)
                .Select(asked => clusters.Cluster(sandbox, asked.Key, asked.Form, linked))));
        });
    }

    private static JsonObject Answer(IEnumerable<JsonObject> clusters) => new()
    {
        ["version"] = "1.1.0",
        ["clusters"] = new JsonArray([.. clusters]),
        ["unprocessedRecords"] = new JsonArray(),
        ["algo_type"] = GraphRoutes.Algorithm,
    };
}
