using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>GET /tags/{tagNamespace}: what stands under a tag, and which objects carry it.</summary>
internal static class TagIndex
{
    public static JsonObject Of(string tag, IEnumerable<JsonObject> datasets, IEnumerable<JsonObject> batches)
    {
        var values = new List<string>();
        var kinds = new JsonObject();
        foreach ((string kind, string reference, IEnumerable<JsonObject> documents) in new[]
        {
            ("datasets", "@/DataSet/", datasets), ("batches", "@/Batch/", batches),
        })
        {
            JsonObject[] carriers = [.. documents.Where(document => (document["tags"] as JsonObject)?.ContainsKey(tag) == true)];
            values.AddRange(carriers.SelectMany(document => Values(document["tags"]![tag])));
            if (carriers.Length > 0)
                kinds[kind] = new JsonArray([.. carriers.Select(document => JsonValue.Create(reference + document["id"]))]);
        }
        if (values.Count == 0)
            throw CatalogErrors.NotFound("tag", tag);
        return new JsonObject
        {
            ["objectType"] = kinds,
            [tag] = new JsonArray([.. values.Distinct().Select(value => JsonValue.Create(value))]),
        };
    }

    private static IEnumerable<string> Values(JsonNode? node) =>
        node is JsonArray list ? list.OfType<JsonNode>().Select(value => value.ToString()) : [node?.ToString() ?? ""];
}
