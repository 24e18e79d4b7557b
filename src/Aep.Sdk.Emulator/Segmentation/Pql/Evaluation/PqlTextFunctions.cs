using System.Text;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Functions of text. Their last, optional value tells whether case counts.</summary>
internal static class PqlTextFunctions
{
    // A pattern of a rule must not hold up a job.
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<PqlFunction> All { get; } =
    [
        Test("startsWith", (text, other, comparison) => text.StartsWith(other, comparison)),
        Test("doesNotStartWith", (text, other, comparison) => !text.StartsWith(other, comparison)),
        Test("endsWith", (text, other, comparison) => text.EndsWith(other, comparison)),
        Test("doesNotEndWith", (text, other, comparison) => !text.EndsWith(other, comparison)),
        Test("contains", (text, other, comparison) => text.Contains(other, comparison)),
        Test("doesNotContain", (text, other, comparison) => !text.Contains(other, comparison)),
        Equality("equals", equal => equal),
        Equality("notEqualTo", equal => !equal),
        new("like", PqlType.Boolean, [PqlKind.Text, PqlKind.Text], (_, values) =>
            values is [string text, string pattern] ? PqlValues.Box(IsMatch(text, LikePattern(pattern), RegexOptions.Singleline)) : null),
        new("matches", PqlType.Boolean, [PqlKind.Text, PqlKind.Text], (_, values) =>
            values is [string text,
                string pattern] ? PqlValues.Box(IsMatch(text, pattern, RegexOptions.None)) : null) { Check = CheckPattern },
        new("regexGroup", PqlType.Text, [PqlKind.Text, PqlKind.Text, PqlKind.Number], (_, values) => Group(values)) { Required = 2,
            Check = CheckPattern },
    ];

    private static PqlFunction Test(string name, Func<string, string, StringComparison, bool> test) =>
        new(name, PqlType.Boolean, [PqlKind.Text, PqlKind.Text, PqlKind.Boolean], (_, values) =>
            values[0] is string text && values[1] is string other ? PqlValues.Box(test(text, other, Comparison(values))) : null)
        {
            Required = 2,
        };

    private static PqlFunction Equality(string name, Func<bool, bool> answer) =>
        new(name, PqlType.Boolean, [PqlKind.Any, PqlKind.Any, PqlKind.Boolean], (_, values) =>
            PqlValues.Box(answer(PqlValues.AreEqual(values[0], values[1], Comparison(values) == StringComparison.OrdinalIgnoreCase))))
        {
            Required = 2,
        };

    private static StringComparison Comparison(object?[] values) =>
        values.Length > 2 && values[2] is false ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private static bool IsMatch(string text, string pattern, RegexOptions options) =>
        Regex.IsMatch(text, pattern, options | RegexOptions.CultureInvariant, PatternTimeout);

    private static object? Group(object?[] values)
    {
        if (values[0] is not string text || values[1] is not string pattern)
            return null;
        int group = values.Length > 2 && values[2] is double number ? (int)number : 0;
        Match match = Regex.Match(text, pattern, RegexOptions.CultureInvariant, PatternTimeout);
        return match.Success && match.Groups[group].Success ? match.Groups[group].Value : null;
    }

    // %: any characters; _: one character.
    private static string LikePattern(string like)
    {
        var pattern = new StringBuilder(@"\A");
        foreach (char character in like)
            pattern.Append(character switch { '%' => ".*", '_' => ".", _ => Regex.Escape(character.ToString()) });
        return pattern.Append(@"\z").ToString();
    }

    private static void CheckPattern(PqlCall call)
    {
        if (call.Arguments[1] is not PqlLiteral { Value: string pattern } literal)
            return;
        try
        {
            _ = new Regex(pattern);
        }
        catch (ArgumentException exception)
        {
            throw new PqlException($"The regular expression is not valid ({exception.Message})", Math.Max(0, literal.Position));
        }
    }
}
