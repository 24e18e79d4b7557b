using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.QueryService;

/// <summary>The <c>property</c> parameter of listings: comma-separated comparisons.</summary>
internal static partial class QueryFilter
{
    public static IEnumerable<JsonObject> Apply(IEnumerable<JsonObject> documents, string? property)
    {
        foreach (string condition in property?.Split(',') ?? [])
        {
            Match match = Condition().Match(condition);
            if (!match.Success)
                throw QueryErrors.BadRequest($"The filter {condition} cannot be read.");
            (string name, string comparison, string value) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
            documents = documents.Where(document => Holds(Member(document, name), comparison, value));
        }
        return documents;
    }

    private static string Member(JsonObject document, string name) => name switch
    {
        "sql" => (string?)document["sql"] ?? (string?)document["request"]?["sql"] ?? "",
        "templateId" => (string?)document["request"]?["templateId"] ?? "",
        "id" or "name" or "state" or "created" or "updated" or "userId" or "lastUpdatedBy" or "client" or "templateName" => (string?)document[name] ?? "",
        _ => throw QueryErrors.BadRequest($"The property {name} cannot be filtered by."),
    };

    private static bool Holds(string actual, string comparison, string value) => comparison switch
    {
        "==" or "=" => actual == value,
        "!=" => actual != value,
        "~" => actual.Contains(value, StringComparison.OrdinalIgnoreCase),
        ">" => string.CompareOrdinal(actual, value) > 0,
        "<" => string.CompareOrdinal(actual, value) < 0,
        ">=" => string.CompareOrdinal(actual, value) >= 0,
        _ => string.CompareOrdinal(actual, value) <= 0,
    };

    [GeneratedRegex(@"\A\s*([A-Za-z_]+)\s*(==|!=|>=|<=|=|~|>|<)\s*(.*)\z", RegexOptions.Singleline)]
    private static partial Regex Condition();
}
