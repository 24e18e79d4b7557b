using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>Filters of texts, numbers and times. Of a value that is null nothing is made.</summary>
internal static class TextFilters
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<TemplateFilter> All { get; } =
    [
        Of("upper", text => text.ToUpperInvariant()),
        Of("lower", text => text.ToLowerInvariant()),
        Of("trim", text => text.Trim()),
        Of("capitalize", Capitalize),
        Of("title", text => string.Join(' ', text.Split(' ').Select(Capitalize))),
        Of("nl2br", text => text.Replace("\n", "<br />\n", StringComparison.Ordinal)),
        Of("sha256", text => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))),
        Of("base64encode", text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text))),
        Of("base64decode", Decode),
        Of("urlencode", text => WebUtility.UrlEncode(text)),
        new("raw", [], (value, _) => value),
        new("escape", ["strategy"],
            (value, given) => Escaping.Apply(TemplateValues.Text(value), given[0] is null ? "html" : TemplateValues.Text(given[0]))),
        new("default", ["default"], (value, given) => value is null || TemplateValues.IsEmpty(value) ? given[0] : value),
        new("abbreviate", ["length"],
            (value, given) => value is null ? null : Abbreviate(TemplateValues.Text(value), Whole("abbreviate", given[0]))),
        new("replace", ["replace_pairs"], (value, given) => value is null ? null : Replace(TemplateValues.Text(value), given[0])),
        new("split", ["delimiter", "limit"],
            (value, given) => value is null ? null : Split(TemplateValues.Text(value), given[0], given[1])),
        new("abs", [], (value, _) => value is long whole ? (object)Math.Abs(whole) : Math.Abs(TemplateValues.Number(value))),
        new("numberformat", ["format"], (value, given) => Format(value, TemplateValues.Text(given[0]))),
        new("date", ["format", "existingFormat", "timeZone"], (value, given) => value is null ? null : TemplateDates.Format(value, given)),
    ];

    private static TemplateFilter Of(string name, Func<string, string> apply) =>
        new(name, [], (value, _) => value is null ? null : apply(TemplateValues.Text(value)));

    private static string Capitalize(string text)
    {
        int first = text.Length - text.TrimStart().Length;
        return first == text.Length
            ? text
            : string.Concat(text.AsSpan(0, first), char.ToUpperInvariant(text[first]).ToString(), text.AsSpan(first + 1));
    }

    private static string Decode(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            throw new TemplateException($"'{text}' is not Base64.");
        }
    }

    private static string Abbreviate(string text, int length) =>
        text.Length <= length ? text : length <= 3 ? text[..length] : string.Concat(text.AsSpan(0, length - 3), "...");

    private static string Replace(string text, object? pairs)
    {
        if (!TemplateValues.IsMap(pairs))
            throw new TemplateException("The filter 'replace' takes a map from texts to texts, such as {\"a\": \"b\"}.");
        return TemplateValues.Items(pairs)!.Cast<KeyValuePair<string, object?>>()
            .Aggregate(text, (result, pair) => result.Replace(pair.Key, TemplateValues.Text(pair.Value), StringComparison.Ordinal));
    }

    // The delimiter is a regular expression; as in Java, empty texts at the end are left out unless there is a limit.
    private static List<object?> Split(string text, object? delimiter, object? limit)
    {
        string pattern = delimiter as string ?? throw new TemplateException("The filter 'split' takes a delimiter.");
        try
        {
            var regex = new Regex(pattern, RegexOptions.CultureInvariant, LongestMatch);
            string[] parts = limit is null ? regex.Split(text) : regex.Split(text, Math.Max(0, Whole("split", limit)));
            int count = limit is null ? parts.Length - parts.Reverse().TakeWhile(part => part.Length == 0).Count() : parts.Length;
            return [.. parts.Take(Math.Max(1, count))];
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            throw new TemplateException($"The filter 'split' cannot use '{pattern}': {exception.Message}");
        }
    }

    private static string? Format(object? value, string format) => value switch
    {
        null => null,
        _ when format.Length == 0 => TemplateValues.Text(value),
        _ => TemplateValues.Number(value).ToString(format, CultureInfo.InvariantCulture),
    };

    private static int Whole(string filter, object? value) => value is long number && number is >= 0 and <= int.MaxValue
        ? (int)number
        : throw new TemplateException($"The filter '{filter}' takes a whole number, not '{TemplateValues.Text(value)}'.");
}
