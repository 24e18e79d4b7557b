using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.QueryService.Listings;

/// <summary>The <c>property</c> parameter of listings: comparisons, separated by commas, that must all hold.</summary>
/// <param name="properties">What the documents of the listing can be filtered by.</param>
internal sealed partial class QueryFilter(params FilterProperty[] properties)
{
    /// <summary>Reads a filter at once, so that a wrong one is refused whatever there is to filter.</summary>
    public Predicate<JsonObject> Parse(string? property)
    {
        List<Predicate<JsonObject>> conditions = property is null ? [] : [.. NextCondition().Split(property).Select(Condition)];
        return document => conditions.TrueForAll(condition => condition(document));
    }

    private Predicate<JsonObject> Condition(string text)
    {
        Match match = Comparison().Match(text);
        if (!match.Success)
            throw QueryErrors.BadRequest(
                $"The filter '{text}' cannot be read: it is a property, a comparison and a value, such as state==SUCCESS.");
        (string name, string comparison, string value) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
        comparison = comparison == "=" ? "==" : comparison;
        FilterProperty property = Array.Find(properties, candidate => candidate.Name == name)
            ?? throw QueryErrors.BadRequest(
                $"The property {name} cannot be filtered by, only {string.Join(", ", properties.Select(known => known.Name))}.");
        if (!property.Operators.Contains(comparison))
            throw QueryErrors.BadRequest(
                $"The property {name} cannot be compared with {comparison}, only with {string.Join(", ", property.Operators)}.");
        if (property.WithoutComma && value.Contains(','))
            throw QueryErrors.BadRequest($"The value of {name} may have no comma: {value}");
        string[] values = Values(property, value);
        return document =>
            property.Read(document).Any(actual => Array.Exists(values, wanted => FilterComparison.Holds(actual, comparison, wanted)))
            ^ comparison == FilterComparison.Different;
    }

    private static string[] Values(FilterProperty property, string value)
    {
        string[] values = property.Alternatives > 1 ? value.Split("||") : [value];
        if (values.Length > property.Alternatives)
            throw QueryErrors.BadRequest($"At most {property.Alternatives} values of {property.Name} can be asked for.");
        return property.IsTime ? Array.ConvertAll(values, CreationTimes.Normalize) : values;
    }

    // A comma is part of a value unless a comparison follows it, or nothing, which is then refused.
    [GeneratedRegex(@",(?=\s*(?:[A-Za-z_]+\s*(?:[=~<>]|!=)|,|\z))")]
    private static partial Regex NextCondition();

    [GeneratedRegex(@"\A\s*([A-Za-z_]+)\s*(==|!=|>=|<=|=|~|>|<)\s*(.*)\z", RegexOptions.Singleline)]
    private static partial Regex Comparison();
}
