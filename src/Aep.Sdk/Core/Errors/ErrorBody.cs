using System.Text.Json;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Core.Errors;

/// <summary>Reads code, title and text out of an error body, whichever of AEP's dialects it speaks.</summary>
internal sealed partial record ErrorBody(string? Code, string? Title, string? Detail)
{
    private const int SnippetLength = 200;
    private const int MostErrors = 20;

    private static readonly string[] Codes = ["error_code", "errorCode", "code"];
    private static readonly string[] Details =
        ["detail", "details", "error_description", "message", "errorMessage", "description", "detailed-message"];

    public static ErrorBody Parse(string body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A gateway's text or HTML (or JSON with half a surrogate pair in a text): its beginning says more than nothing.
            return new ErrorBody(null, null, Snippet(body));
        }
    }

    private static ErrorBody Read(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0)
            return Together(new ErrorBody(null, null, null), [.. root.EnumerateArray().Take(MostErrors).Select(Read)]);
        if (root.ValueKind != JsonValueKind.Object)
            return new ErrorBody(null, null, Snippet(root.ValueKind == JsonValueKind.String ? root.GetString()! : root.GetRawText()));
        ErrorBody own = Own(root);
        ErrorBody said = Together(own, [.. Inner(root).Take(MostErrors).Select(Read)]);
        if (said.Detail is null)
            said = Together(own, [.. Chain(root).Take(MostErrors).Select(Own)]);
        return said.Detail is null && said.Code is null ? said with { Detail = Snippet(root.GetRawText()) } : said;
    }

    // What an object says itself. Data collection and the namespaces keep a part of it in a report.
    private static ErrorBody Own(JsonElement root)
    {
        JsonElement report = Member(root, "report");
        string? detail = First(root, Details) ?? First(report, Details);
        string? code = First(root, Codes) ?? CodeOfType(Text(root, "type")) ?? Text(root, "error") ?? First(report, Codes)
            ?? CodeInFront(detail);
        return new ErrorBody(code, Text(root, "title"), Joined(detail, Text(root, "cause")));
    }

    // Flow Service and Query Service list their errors; Segmentation Service lists them by status, the registry in its report.
    private static IEnumerable<JsonElement> Inner(JsonElement root)
    {
        JsonElement errors = Member(root, "errors"), error = Member(root, "error");
        IEnumerable<JsonElement> listed = errors.ValueKind == JsonValueKind.Object
            ? errors.EnumerateObject().SelectMany(group => Elements(group.Value))
            : Elements(errors);
        return [.. listed, .. error.ValueKind == JsonValueKind.Object ? [error] : Array.Empty<JsonElement>(),
            .. Elements(Member(Member(root, "report"), "sub-errors"))];
    }

    // The services that a request went through. It repeats what the error says, so it counts only where that says nothing.
    private static IEnumerable<JsonElement> Chain(JsonElement root) =>
        [.. Elements(Member(root, "error-chain")), .. Elements(Member(Member(root, "report"), "errorChain"))];

    private static ErrorBody Together(ErrorBody own, ErrorBody[] inner) => new(
        own.Code ?? inner.FirstOrDefault()?.Code,
        own.Title ?? inner.FirstOrDefault()?.Title,
        Joined([own.Detail, .. inner.Select(error => error.Detail)]));

    private static string? Joined(params IEnumerable<string?> said) =>
        string.Join(" | ", said.OfType<string>().Distinct()) is { Length: > 0 } text ? text : null;

    // The registry's type is a URI whose last part is the code: http://ns.adobe.com/aep/errors/XDM-1010-404
    private static string? CodeOfType(string? type)
    {
        string? last = type?[(type.LastIndexOf('/') + 1)..];
        return last is { Length: > 0 } && last.Contains('-', StringComparison.Ordinal) && last.Any(char.IsDigit) ? last : null;
    }

    // Profile begins its text with the code: UPS-ACC-1000004: …
    private static string? CodeInFront(string? detail) =>
        detail is not null && LeadingCode().Match(detail) is { Success: true } found ? found.Groups[1].Value : null;

    private static string? First(JsonElement root, string[] names) =>
        names.Select(name => Text(root, name)).FirstOrDefault(text => text is not null);

    private static JsonElement Member(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out JsonElement value) ? value : default;

    private static IEnumerable<JsonElement> Elements(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string? Text(JsonElement root, string name)
    {
        JsonElement value = Member(root, name);
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

    [GeneratedRegex(@"^([A-Z]{2,10}-[A-Z]{2,10}-\d{3,10}):")]
    private static partial Regex LeadingCode();
}
