using System.Text.Json;

namespace Aep.Sdk.Core.Errors;

/// <summary>Reads code, title and text out of an error body, whichever of AEP's dialects it speaks.</summary>
internal sealed record ErrorBody(string? Code, string? Title, string? Detail)
{
    private const int SnippetLength = 200;

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
        if (root.TryGetProperty("errors", out JsonElement errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0)
            return Read(errors[0]);
        string? code = Text(root, "error_code") ?? Text(root, "errorCode") ?? Text(root, "code") ?? CodeOfType(Text(root, "type"))
            ?? Text(root, "error");
        string? detail = Text(root, "detail") ?? Text(root, "error_description") ?? Text(root, "message") ?? Text(root, "errorMessage")
            ?? Text(root, "description")
            ?? Report(root);
        return new ErrorBody(code, Text(root, "title"), detail ?? (code is null ? Snippet(root.GetRawText()) : null));
    }

    // Data collection keeps the text in a report.
    private static string? Report(JsonElement root) =>
        root.TryGetProperty("report", out JsonElement report) ? Text(report, "message") : null;

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
