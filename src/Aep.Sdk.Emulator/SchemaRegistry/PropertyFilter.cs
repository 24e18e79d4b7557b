using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>
/// The <c>property</c> filter of a listing: <c>title==Web</c>, <c>meta:extends!=https://…</c>, <c>version&gt;1</c>,
/// <c>meta:immutableTags</c> (is there).
/// </summary>
internal static partial class PropertyFilter
{
    public static IEnumerable<JsonObject> Apply(HttpRequest request, IEnumerable<JsonObject> resources)
    {
        foreach (string? filter in request.Query["property"])
            resources = resources.Where(Parse(filter ?? ""));
        return resources;
    }

    public static Func<JsonObject, bool> Parse(string filter)
    {
        Match match = Comparison().Match(filter);
        if (!match.Success)
            return resource => resource.ContainsKey(filter);
        string name = match.Groups["name"].Value, value = match.Groups["value"].Value;
        return match.Groups["operator"].Value switch
        {
            "==" => resource => Has(resource[name], value),
            "!=" => resource => !Has(resource[name], value),
            "<" => resource => Compare(resource[name], value) < 0,
            "<=" => resource => Compare(resource[name], value) <= 0,
            ">" => resource => Compare(resource[name], value) > 0,
            _ => resource => Compare(resource[name], value) >= 0,
        };
    }

    private static bool Has(JsonNode? node, string value) => node switch
    {
        null => false,
        JsonArray array => array.Any(item => Has(item, value)),
        _ => node.ToString() == value,
    };

    // Null when there is nothing to compare, so that no relation holds.
    private static int? Compare(JsonNode? node, string value)
    {
        if (node is not JsonValue)
            return null;
        string text = node.ToString();
        return double.TryParse(text, CultureInfo.InvariantCulture, out double left)
            && double.TryParse(value, CultureInfo.InvariantCulture, out double right)
            ? left.CompareTo(right)
            : string.CompareOrdinal(text, value);
    }

    [GeneratedRegex("^(?<name>[^=!<>]+)(?<operator>==|!=|<=|>=|<|>)(?<value>.*)$")]
    private static partial Regex Comparison();
}
