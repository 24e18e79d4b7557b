using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>
/// A term of a search, of the part of Lucene's syntax that people use: a word or a phrase in quotes, of one field (<c>name:test</c>) or of
/// any. One of the terms is enough.
/// </summary>
internal sealed partial record SearchTerm(string? Field, string Text)
{
    private static readonly string[] Fields = ["name", "description"];

    /// <exception cref="ApiException">400: there is no such field.</exception>
    public static SearchTerm[] Read(string query) => [.. Terms().Matches(query).Select(match =>
    {
        string field = match.Groups["field"].Value;
        return field.Length == 0 || Fields.Contains(field)
            ? new SearchTerm(field.Length == 0 ? null : field, match.Groups["text"].Value.Trim('"').TrimEnd('*'))
            : throw ProfileErrors.Invalid(
                $"The search '{query}' asks for the field {field}: {string.Join(" and ", Fields)} can be searched.");
    })];

    public bool IsIn(JsonObject audience) => (Field is null ? Fields : [Field]).Any(
        field => ((string?)audience[field])?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true);

    [GeneratedRegex("""(?:(?<field>\w+):)?(?<text>"[^"]*"|[^\s":]+)""")]
    private static partial Regex Terms();
}
