using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>Values as they stand in a CSV file.</summary>
internal sealed class CsvText(CsvOptions options)
{
    public string Line(IEnumerable<JsonNode?> values) => string.Join(options.Delimiter, values.Select(Value));

    public string Line(IEnumerable<string> values) => string.Join(options.Delimiter, values.Select(Text));

    private string Value(JsonNode? node) => node switch
    {
        null => options.NullValue,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Text(value.GetValue<string>()),
        JsonValue value when value.TryGetValue(out double number) => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Text(node.ToJsonString()),
    };

    private string Text(string text)
    {
        if (text.Length == 0)
            return options.EmptyValue;
        if (options.Quote is not { } quote)
            return text;
        bool plain = !text.Contains(options.Delimiter, StringComparison.Ordinal) && text.AsSpan().IndexOfAny(quote, '\r', '\n') < 0;
        return plain ? text : $"{quote}{Escape(text, quote)}{quote}";
    }

    private string Escape(string text, char quote)
    {
        string escape = options.Escape.ToString(), own = quote.ToString();
        string escaped = options.Escape == quote ? text : text.Replace(escape, escape + escape, StringComparison.Ordinal);
        return escaped.Replace(own, escape + own, StringComparison.Ordinal);
    }
}
