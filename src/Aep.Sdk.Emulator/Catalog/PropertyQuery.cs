using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>
/// A <c>property</c> filter: <c>name</c> (is there), <c>!name</c> (is not), <c>tags.unifiedProfile==enabled:true</c>,
/// <c>version!=1.0.0</c>,
/// <c>created&gt;=1700000000000</c>, <c>name~^Web</c>. The name may be a path with dots.
/// </summary>
internal static partial class PropertyQuery
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    public static Func<JsonObject, bool> Parse(string filter)
    {
        Match match = Comparison().Match(filter);
        if (!match.Success)
            return filter.StartsWith('!')
                ? document => Find(document, filter[1..]) is null
                : document => Find(document, filter) is not null;
        string path = match.Groups["path"].Value, value = match.Groups["value"].Value;
        return match.Groups["operator"].Value switch
        {
            "==" => document => Is(Find(document, path), value),
            "!=" => document => !Is(Find(document, path), value),
            "~" => Matches(path, value),
            "<" => document => Compare(Find(document, path), value) < 0,
            "<=" => document => Compare(Find(document, path), value) <= 0,
            ">" => document => Compare(Find(document, path), value) > 0,
            _ => document => Compare(Find(document, path), value) >= 0,
        };
    }

    private static JsonNode? Find(JsonNode? node, string path)
    {
        foreach (string step in path.Split('.'))
            node = (node as JsonObject)?[step];
        return node;
    }

    private static bool Is(JsonNode? node, string value) => node switch
    {
        null => false,
        JsonArray list => list.Any(item => Is(item, value)),
        _ => node.ToString() == value,
    };

    private static Func<JsonObject, bool> Matches(string path, string pattern)
    {
        try
        {
            var regex = new Regex(pattern, RegexOptions.CultureInvariant, PatternTimeout);
            return document => Find(document, path) is JsonValue text && regex.IsMatch(text.ToString());
        }
        catch (RegexParseException exception)
        {
            throw CatalogErrors.Invalid($"property: '{pattern}' is not a regular expression: {exception.Message}");
        }
    }

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

    [GeneratedRegex("^(?<path>[^=!<>~]+)(?<operator>==|!=|<=|>=|<|>|~)(?<value>.*)$")]
    private static partial Regex Comparison();
}
