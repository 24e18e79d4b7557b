using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Identity;

/// <summary>/v2/graph</summary>
internal static class GraphRoutes
{
    public const string Algorithm = "STITCH_ALL";
    private static readonly string[] Members = ["composite_xids", "xids"];

    // Adobe's specification names their members and not what stands in them.
    private static readonly string[] NotHere = ["traverse", "filter", "aam_properties"];

    public static void Map(RouteGroupBuilder group) => group.MapPost(
        "/v2/graph", async (HttpRequest request, Sandbox sandbox, IdentityClusters clusters, Namespaces namespaces) =>
        {
            JsonObject body = await JsonBody.ReadObjectAsync(request);
            if (Array.Find(NotHere, body.ContainsKey) is { } refused)
                throw NotSupported.Create($"{refused} of POST {request.Path}");
            bool linked = GraphType.Links(body, "graph_type"), withSources = (bool?)body["require_edge_meta_data"] == true;
            string projection = (string?)body["projection_type"] ?? "";
            if (projection is not ("set" or "graph"))
                throw IdentityErrors.Create(400, $"projection_type '{projection}' must be set or graph.");
            return Results.Json(new JsonObject
            {
                ["version"] = "2.0",
                ["graphs"] = new JsonArray([.. AskedIdentities.Read(body, Members, namespaces).Select(asked => projection == "set"
                    ? clusters.Set(sandbox, asked.Key, asked.Form, linked)
                    : clusters.Graph(sandbox, asked.Key, asked.Form, linked, withSources))]),
                ["unprocessed_composite_xids"] = new JsonArray(),
                ["algo_type"] = Algorithm,
            });
        });
}
