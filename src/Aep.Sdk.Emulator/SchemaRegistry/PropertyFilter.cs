using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>The <c>property</c> filter of a listing: <c>title==Web</c>, <c>meta:extends!=https://…</c>, <c>meta:immutableTags</c> (is there).</summary>
internal static class PropertyFilter
{
    private static readonly string[] Operators = ["==", "!="];

    public static Func<JsonObject, bool> Parse(string filter)
    {
        string? symbol = Operators.FirstOrDefault(candidate => filter.Contains(candidate, StringComparison.Ordinal));
        if (symbol is null)
            return resource => resource.ContainsKey(filter);
        string[] parts = filter.Split(symbol, 2);
        string name = parts[0].Trim(), value = parts[1].Trim();
        return symbol == "==" ? resource => Has(resource[name], value) : resource => !Has(resource[name], value);
    }

    private static bool Has(JsonNode? node, string value) => node switch
    {
        null => false,
        JsonArray array => array.Any(item => Has(item, value)),
        _ => node.ToString() == value,
    };
}
