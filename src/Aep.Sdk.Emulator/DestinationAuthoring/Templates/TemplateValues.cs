using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>
/// The values of templates: null, booleans, long and double numbers, texts, JSON objects and arrays, lists, maps, entries of maps.
/// Numbers, texts and booleans of JSON become those of the language when they are read.
/// </summary>
internal static class TemplateValues
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Each cast keeps a value from becoming a node, or a whole number from becoming a real one.
    public static object? Of(JsonNode? node) => node is not JsonValue value ? (object?)node : value.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetValue(out long whole) ? (object)whole : value.GetValue<double>(),
        _ => (object)value.GetValue<string>(),
    };

    /// <summary>The text that stands in the result. JSON stays JSON, lists and maps look as Java prints them.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        JsonNode node => node.ToJsonString(Compact),
        KeyValuePair<string, object?> entry => $"{entry.Key}={Text(entry.Value)}",
        TemplateMap map => $"{{{string.Join(", ", map.Entries.Select(entry => Text(entry)))}}}",
        IReadOnlyList<object?> list => $"[{string.Join(", ", list.Select(Text))}]",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <returns>Null when the value has no such member, as for a value that is null.</returns>
    public static object? Member(object? value, object? key) => (value, key) switch
    {
        (JsonObject node, not null) => Of(node[Text(key)]),
        (TemplateMap map, not null) => map[Text(key)],
        (KeyValuePair<string, object?> entry, "key") => entry.Key,
        (KeyValuePair<string, object?> entry, "value") => entry.Value,
        (LoopState loop, string name) => loop.Member(name),
        (JsonArray or IReadOnlyList<object?>, long index) =>
            Items(value) is { } items && index >= 0 && index < items.Count ? items[(int)index] : null,
        _ => null,
    };

    /// <summary>What a loop goes through: the items of a list, the entries of a map, nothing for null.</summary>
    /// <returns>Null when the value is none of them.</returns>
    public static IReadOnlyList<object?>? Items(object? value) => value switch
    {
        null => [],
        JsonArray array => [.. array.Select(Of)],
        JsonObject node => [.. node.Select(member => (object?)KeyValuePair.Create(member.Key, Of(member.Value)))],
        TemplateMap map => [.. map.Entries.Select(entry => (object?)entry)],
        IReadOnlyList<object?> list => list,
        _ => null,
    };

    public static bool IsEmpty(object? value) => value switch
    {
        string text => string.IsNullOrWhiteSpace(text),
        _ => Items(value) is { Count: 0 },
    };

    public static bool IsMap(object? value) => value is JsonObject or TemplateMap;

    public static bool Truth(object? value) => value switch
    {
        null => false,
        bool truth => truth,
        long number => number != 0,
        double number => number != 0,
        string text => text.Length > 0,
        _ => !IsEmpty(value),
    };

    public static bool Same(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (long or double, long or double) => Number(left).Equals(Number(right)),
        (JsonNode one, JsonNode other) => JsonNode.DeepEquals(one, other),
        _ => Equals(left, right),
    };

    public static int Compare(object? left, object? right) => (left, right) switch
    {
        (long one, long other) => one.CompareTo(other),
        (string one, string other) => string.CompareOrdinal(one, other),
        _ => Number(left).CompareTo(Number(right)),
    };

    public static double Number(object? value) => value switch
    {
        long number => number,
        double number => number,
        _ => throw new TemplateException($"'{Text(value)}' is not a number."),
    };
}
