using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Identity;

/// <summary>/mapping for one identity and /mappings for several, as Adobe's page has them. Nothing found is 204.</summary>
internal static class MappingRoutes
{
    private static readonly string[] Members = ["xids", "compositeXids"];

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/mapping", (HttpRequest request, Sandbox sandbox, IdentityClusters clusters, Namespaces namespaces) =>
        {
            (ProfileKey key, IdentityForm form) = IdentityForm.Read(request, namespaces);
            bool linked = GraphType.Links(request.Query["graph-type"].ToString());
            string target = request.Query["targetNs"].ToString();
            JsonObject? mapping = clusters.Mapping(sandbox, key, form, target.Length == 0 ? null : target, linked);
            return mapping is null ? Results.NoContent() : Results.Json(mapping);
        });
        group.MapPost("/mappings", async (HttpRequest request, Sandbox sandbox, IdentityClusters clusters, Namespaces namespaces) =>
        {
            JsonObject body = await JsonBody.ReadObjectAsync(request);
            bool linked = GraphType.Links(body, "graph-type");
            string? target = body["targetNs"]?.ToString();
            JsonObject[] found = [.. AskedIdentities.Read(body, Members, namespaces)
                .Select(asked => clusters.Mapping(sandbox, asked.Key, asked.Form, target, linked)).OfType<JsonObject>()];
            return found.Length == 0 ? Results.NoContent() : Results.Json(new JsonObject
            {
                ["version"] = 1,
                ["mappings"] = new JsonArray([.. found]),
                ["unprocessedXids"] = new JsonArray(),
                ["unprocessedNids"] = new JsonArray(),
            });
        });
    }
}
