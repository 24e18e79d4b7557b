using System.Globalization;
using System.Text.Json;

namespace Aep.Sdk.Emulator.Tests.Segmentation.Pql;

/// <summary>JSON as the values that rules see. A text in the form of a timestamp is one.</summary>
internal static class Documents
{
    public static Dictionary<string, object?> Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return (Dictionary<string, object?>)Value(document.RootElement)!;
    }

    public static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => Text(element.GetString()!),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null)
            .ToDictionary(member => member.Name, member => Value(member.Value)),
        _ => null,
    };

    private static object Text(string text) => text.Length >= 20 && text[10] == 'T' && text[^1] == 'Z'
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
        : text;
}
