using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>Values as they stand in a CSV file (RFC 4180).</summary>
internal static class CsvText
{
    public static string Line(IEnumerable<JsonNode?> values) => string.Join(',', values.Select(Value));

    public static string Line(IEnumerable<string> values) => string.Join(',', values.Select(Quote));

    private static string Value(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Quote(value.GetValue<string>()),
        JsonValue value when value.TryGetValue(out double number) => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Quote(node.ToJsonString()),
    };

    private static string Quote(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"") + "\"";
}
