using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>What the engine says of a query that it refuses. It says it as JSON: the setting errors_as_json is on.</summary>
/// <param name="Kind">Its kind, as the engine's text begins with: <c>Binder Error</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Offset">Where in the engine's text, in bytes, or null when it does not say.</param>
internal sealed record EngineError(string Kind, string Message, int? Offset)
{
    public static EngineError Read(string text)
    {
        int open = text.IndexOf('{');
        if (open < 0)
            return Plain(text);
        try
        {
            using var json = JsonDocument.Parse(text.AsMemory(open)); // the parser's come behind "Parser Error: "
            JsonElement root = json.RootElement;
            string kind = root.GetProperty("exception_type").GetString() + " Error";
            int? offset = root.TryGetProperty("position", out JsonElement position)
                && int.TryParse(position.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out int at) ? at : null;
            return new EngineError(kind, root.GetProperty("exception_message").GetString() ?? "", offset);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return Plain(text);
        }
    }

    /// <summary>The token of the engine's text that the error is about, or -1.</summary>
    public int TokenIn(SqlTokens tokens)
    {
        if (Offset is not int offset)
            return -1;
        int bytes = 0, at = 0;
        foreach (Rune rune in tokens.Sql.EnumerateRunes())
        {
            if (bytes >= offset)
                break;
            bytes += rune.Utf8SequenceLength;
            at += rune.Utf16SequenceLength;
        }
        for (int index = 0; index < tokens.Count; index++)
        {
            if (tokens[index].Start == at)
                return index;
        }
        return -1;
    }

    // Some errors come from outside of the engine's SQL: "Binder Error: text".
    private static EngineError Plain(string text)
    {
        int colon = text.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && text[..colon].EndsWith("Error", StringComparison.Ordinal)
            ? new EngineError(text[..colon], text[(colon + 2)..], null)
            : new EngineError("", text, null);
    }
}
