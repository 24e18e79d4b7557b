using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>Functions of regular expressions. A pattern gets a second at most.</summary>
internal static class RegexFunctions
{
    private const string Category = "Regular expression";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<Function> All { get; } =
    [
        new("explode", "String", 1, 2, "explode(\"Hi, there!\", \" \")", (_, values) =>
            Run(values.Length > 1 ? values[1] : ",", pattern => pattern.Split(Values.Text(values[0])).Cast<object?>().ToList())),
        new("extract_regex", Category, 2, 2, "extract_regex(\"a1\", \"(.)1\")", (_, values) =>
            Run(values[1], pattern => pattern.Match(Values.Text(values[0])) is { Success: true } match
                ? match.Groups.Values.Select(group => (object?)(group.Success ? group.Value : null)).ToList()
                : [])),
        new("matches_regex", Category, 2, 2, "matches_regex(\"a1\", \"(.)1\")", (_, values) =>
            Run(values[1], pattern => pattern.Match(Values.Text(values[0])) is { Success: true,
                Index: 0 } match && match.Length == Values.Text(values[0]).Length)),
    ];

    private static object? Run(object? pattern, Func<Regex, object?> use)
    {
        try
        {
            return use(new Regex(Values.Text(pattern), RegexOptions.CultureInvariant, Limit));
        }
        catch (RegexParseException exception)
        {
            throw new ExpressionException($"The regular expression '{Values.Text(pattern)}' cannot be read: {exception.Message}");
        }
        catch (RegexMatchTimeoutException)
        {
            throw new ExpressionException($"The regular expression '{Values.Text(pattern)}' takes too long.");
        }
    }
}
