using System.Text.Json;

namespace Aep.Sdk.Schemas;

/// <summary>Members of an XDM definition, where they are there and of the right kind.</summary>
internal static class XdmElement
{
    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static double? Number(this JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    public static int? Count(this JsonElement element, string name) =>
        Number(element, name) is { } number and >= 0 and <= int.MaxValue ? (int)number : null;

    public static JsonElement? Object(this JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Object ? value : null;

    public static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    public static IReadOnlyList<string> Texts(this JsonElement element, string name) =>
        [.. element.List(name).Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText())];

    public static IEnumerable<JsonProperty> Members(this JsonElement element, string name) =>
        element.Object(name)?.EnumerateObject() ?? Enumerable.Empty<JsonProperty>();
}
