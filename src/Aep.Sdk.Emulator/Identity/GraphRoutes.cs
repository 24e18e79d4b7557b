using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Identity;

/// <summary>/v2/graph</summary>
internal static class GraphRoutes
{
    public const string Algorithm = "STITCH_ALL";
    private static readonly string[] Members = ["composite_xids", "xids"];

    // The specification names the members of a predicate (v_prop, e_prop, op, value) and not what may stand in them.
    private static readonly string[] Conditions = ["traverse", "filter"];

    public static void Map(RouteGroupBuilder group) => group.MapPost(
        "/v2/graph", async (HttpRequest request, Sandbox sandbox, IdentityClusters clusters, Namespaces namespaces) =>
        {
            JsonObject body = await JsonBody.ReadObjectAsync(request);
            bool linked = GraphType.Links(body, "graph_type"), withSources = (bool?)body["require_edge_meta_data"] == true;
            string projection = (string?)body["projection_type"] ?? "";
            if (projection is not ("set" or "graph"))
                throw IdentityErrors.Create(400, $"projection_type '{projection}' must be set or graph.");
            Refuse(body, request.Path, projection);
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

    private static void Refuse(JsonObject body, string path, string projection)
    {
        if (Array.Find(Conditions, name => body[name] is JsonArray { Count: > 0 }) is { } condition)
        {
            throw NotSupported.Create($"A condition ({condition}) of POST {path}",
                "What its predicates may say is not documented: ask for the whole graph, and choose among its vertices and edges.");
        }
        if (body["aam_properties"] is not { } audienceManager)
            return;
        if (projection == "graph")
            throw IdentityErrors.Create(400, "aam_properties cannot be used with projection_type graph: ask for set, or leave it out.");
        if ((bool?)audienceManager["return_data_sources"] == true)
        {
            throw NotSupported.Create($"aam_properties.return_data_sources of POST {path}",
                "There is no Audience Manager here, whose data sources these are: leave it out, or send false.");
        }
    }
}
