using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>A page of a registry listing. <c>start</c> is the value of the ordering field at which the page begins.</summary>
internal sealed record RegistryPage(string OrderBy, IReadOnlyList<JsonObject> Items, string? Next)
{
    public static RegistryPage Of(IEnumerable<JsonObject> resources, string orderBy, string? start, int limit)
    {
        // The $id breaks ties, so that resources with equal titles are neither lost nor shown twice.
        List<(string Key, JsonObject Resource)> ordered = [.. resources
            .Select(resource => (Key: Key(resource, orderBy), Resource: resource))
            .OrderBy(item => item.Key, StringComparer.Ordinal)
            .SkipWhile(item => start is not null && string.CompareOrdinal(item.Key, start) < 0)];
        string? next = ordered.Count > limit ? ordered[limit].Key : null;
        return new RegistryPage(orderBy, [.. ordered.Take(limit).Select(item => item.Resource)], next);
    }

    public JsonObject ToJson(HttpRequest request, Func<JsonObject, JsonObject> represent)
    {
        var links = new JsonObject();
        if (Next is not null)
            links["next"] = new JsonObject { ["href"] = $"{request.Path}?orderby={OrderBy}&start={Uri.EscapeDataString(Next)}" };
        return new JsonObject
        {
            ["results"] = new JsonArray([.. Items.Select(represent)]),
            ["_page"] = new JsonObject { ["orderby"] = OrderBy, ["next"] = Next, ["count"] = Items.Count },
            ["_links"] = links,
        };
    }

    private static string Key(JsonObject resource, string orderBy) => $"{resource[orderBy]} {resource["$id"]}";
}
