using System.Text;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>
/// How the CSV files of a batch are written: what the batch says, else the dataset's <c>fileDescription</c>, else the usual.
/// </summary>
internal sealed record CsvFormat(string Delimiter, string Quote, string Escape, string Charset)
{
    private static readonly Dictionary<string, Encoding> Encodings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UTF-8"] = System.Text.Encoding.UTF8,
        ["US-ASCII"] = System.Text.Encoding.ASCII,
        ["ISO-8859-1"] = System.Text.Encoding.Latin1,
    };

    public Encoding Encoding => Encodings[Charset];

    /// <exception cref="Gateway.ApiException">
    /// 400: a separator that is not one character, an unknown character set, or no header.
    /// </exception>
    public static CsvFormat From(JsonObject? batch, JsonObject? dataset)
    {
        if ((batch?["header"] ?? dataset?["header"]) is JsonValue header && header.TryGetValue(out bool has) && !has)
            throw IngestionErrors.Invalid("header must be true: a CSV file is checked against the schema by the names in its first line.");
        string charset = Text(batch?["charset"] ?? dataset?["charset"]) ?? "UTF-8";
        if (!Encodings.ContainsKey(charset))
            throw IngestionErrors.Invalid($"The charset {charset} is not supported: {string.Join(", ", Encodings.Keys)}.");
        return new CsvFormat(
            One("delimiter", batch?["delimiter"] ?? First(dataset?["delimiters"]), ","),
            One("quote", batch?["quote"] ?? First(dataset?["quotes"]), "\""),
            One("escape", batch?["escape"] ?? First(dataset?["escapes"]), "\\"),
            charset);
    }

    public JsonObject ToJson() => new()
    {
        ["delimiter"] = Delimiter,
        ["quote"] = Quote,
        ["escape"] = Escape,
        ["charset"] = Charset,
        ["header"] = true,
    };

    private static string One(string name, JsonNode? node, string otherwise)
    {
        string text = Text(node) ?? otherwise;
        return text.Length == 1 ? text : throw IngestionErrors.Invalid($"{name} must be one character; it is '{text}'.");
    }

    private static JsonNode? First(JsonNode? list) => list is JsonArray { Count: > 0 } values ? values[0] : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
