using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>How CSV files are written (<c>csvOptions</c> of a target connection).</summary>
/// <param name="Delimiter">Between values.</param>
/// <param name="Quote">Around values that hold a delimiter, a quote or a line break; null for none.</param>
/// <param name="Escape">Before a quote within quotes.</param>
/// <param name="NullValue">Stands for what is missing.</param>
/// <param name="EmptyValue">Stands for an empty text.</param>
internal sealed record CsvOptions(string Delimiter, char? Quote, char Escape, string NullValue, string EmptyValue)
{
    public static CsvOptions Of(JsonObject target)
    {
        JsonNode? options = target["params"]?["csvOptions"];
        string quote = Text(options, "quote", "\""), escape = Text(options, "escape", "\\");
        if (quote.Length > 1 || escape.Length != 1)
            throw FlowErrors.Invalid("params.csvOptions: quote and escape must be one character.");
        return new CsvOptions(
            Text(options, "delimiter", ","), quote.Length == 0 ? null : quote[0], escape[0],
            Text(options, "nullValue", options is null ? "" : "null"), Text(options, "emptyValue", options is null ? "\"\"" : ""));
    }

    private static string Text(JsonNode? options, string member, string otherwise) => options?[member]?.ToString() ?? otherwise;
}
