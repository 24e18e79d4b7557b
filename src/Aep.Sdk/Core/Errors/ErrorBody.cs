using System.Text.Json;

namespace Aep.Sdk.Core.Errors;

/// <summary>Reads code, title and text out of an error body, whichever of AEP's dialects it speaks.</summary>
internal sealed record ErrorBody(string? Code, string? Title, string? Detail)
{
    private const int SnippetLength = 200;
    private const int MostErrors = 20;

    public static ErrorBody Parse(string body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            // A gateway's text or HTML: its beginning says more than nothing.
            return new ErrorBody(null, null, Snippet(body));
        }
    }

    private static ErrorBody Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return new ErrorBody(null, null, Snippet(root.GetRawText()));
        // Flow Service and Query Service wrap their errors in a list.
        if (List(root, "errors") is [var first, .. var others])
            return first with { Detail = Joined(first.Detail, others) };
        // Data collection keeps the text in a report; the registry what is behind it.
        root.TryGetProperty("report", out JsonElement report);
        string? code = Text(root, "error_code") ?? Text(root, "errorCode") ?? Text(root, "code") ?? CodeOfType(Text(root, "type"))
            ?? Text(root, "error");
        string? detail = Text(root, "detail") ?? Text(root, "error_description") ?? Text(root, "message") ?? Text(root, "errorMessage")
            ?? Text(root, "description")
            ?? Text(report, "message") ?? Text(report, "detailed-message");
        detail = Joined(detail, List(report, "sub-errors"));
        return new ErrorBody(code, Text(root, "title"), detail ?? (code is null ? Snippet(root.GetRawText()) : null));
    }

    private static ErrorBody[] List(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Take(MostErrors).Select(Read)]
            : [];

    private static string? Joined(string? detail, IEnumerable<ErrorBody> others)
    {
        string[] said = [.. others.Select(other => other.Detail).Prepend(detail).OfType<string>().Distinct()];
        return said.Length > 0 ? string.Join(" | ", said) : null;
    }

    // The registry's type is a URI whose last part is the code: http://ns.adobe.com/aep/errors/XDM-1010-404
    private static string? CodeOfType(string? type)
    {
        string? last = type?[(type.LastIndexOf('/') + 1)..];
        return last is { Length: > 0 } && last.Contains('-', StringComparison.Ordinal) && last.Any(char.IsDigit) ? last : null;
    }

    private static string? Text(JsonElement root, string name)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(name, out JsonElement value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }

    private static string Snippet(string text)
    {
        string line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= SnippetLength ? line : line[..SnippetLength] + "…";
    }
}
