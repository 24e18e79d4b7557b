using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// A text among the values of CASE, IF, COALESCE and NVL: all of them are texts in Spark. The engine refuses them when it binds the query;
/// of all but CASE it does not say where, so they become one first.
/// </summary>
internal static partial class TextBranches
{
    private static readonly string[] Choices = ["coalesce", "nvl", "ifnull", "if"];

    /// <summary>The query with texts for such values, or null when the error is another.</summary>
    public static string? Cast(string sql, EngineError error)
    {
        Match mixed = Mixed().Match(error.Message);
        if (!EngineCall.IsText(mixed.Groups["left"].Value) && !EngineCall.IsText(mixed.Groups["right"].Value))
            return null;
        SqlTokens tokens = SqlTokenizer.Tokenize(sql);
        if (error.Offset is null)
            return AsCases(tokens);
        int at = error.TokenIn(tokens);
        return tokens.Is(at, "CASE") ? AsTexts(tokens, Branches(tokens, at)) : null;
    }

    private static string? AsTexts(SqlTokens tokens, IReadOnlyList<Range> values)
    {
        string before = tokens.Sql;
        foreach (Range value in values.Reverse().Where(value => !tokens.AreWords(value.Start.Value, "CAST") || !IsText(tokens, value)))
            tokens = SqlTokenizer.Tokenize(tokens.Replace(value, text => $"CAST({text} AS VARCHAR)"));
        return tokens.Sql == before ? null : tokens.Sql;
    }

    private static bool IsText(SqlTokens tokens, Range value) =>
        tokens.Is(value.End.Value - 2, "VARCHAR") && tokens.Is(value.End.Value - 3, "AS");

    // What stands behind each THEN and ELSE of a CASE.
    private static List<Range> Branches(SqlTokens tokens, int open)
    {
        List<Range> branches = [];
        int from = -1;
        for (int index = open, depth = 0; index < tokens.Count; index++)
        {
            if (depth == 1 && tokens.IsAny(index, "WHEN", "ELSE", "END") && from >= 0)
            {
                branches.Add(from..index);
                from = -1;
            }
            if (depth == 1 && tokens.IsAny(index, "THEN", "ELSE"))
                from = index + 1;
            bool opens = tokens.Is(index, "CASE") || tokens.IsSymbol(index, "(") || tokens.IsSymbol(index, "[");
            bool closes = tokens.Is(index, "END") || tokens.IsSymbol(index, ")") || tokens.IsSymbol(index, "]");
            depth += opens ? 1 : closes ? -1 : 0;
            if (depth == 0)
                break;
        }
        return branches;
    }

    private static string? AsCases(SqlTokens tokens)
    {
        string before = tokens.Sql;
        for (int index = 0; index + 1 < tokens.Count; index++)
        {
            if (!tokens.IsAny(index, Choices) || !tokens.IsSymbol(index + 1, "(") || tokens.IsSymbol(index - 1, "."))
                continue;
            int close = tokens.Close(index + 1, tokens.Count);
            string[] values = [.. tokens.Arguments(index + 1, close).Select(range => tokens.Text(range.Start.Value, range.End.Value))];
            if (values.Length < 2 || (tokens.Is(index, "if") && values.Length != 3))
                continue;
            IEnumerable<string> branches = tokens.Is(index, "if")
                ? [$"WHEN {values[0]} THEN {values[1]}"]
                : values.SkipLast(1).Select(value => $"WHEN ({value}) IS NOT NULL THEN {value}");
            string cases = $"(CASE {string.Join(" ", branches)} ELSE {values[^1]} END)";
            tokens = SqlTokenizer.Tokenize(tokens.Replace(index..(close + 1), _ => cases));
        }
        return tokens.Sql == before ? null : tokens.Sql;
    }

    [GeneratedRegex(
        "^Cannot mix values of type (?<left>.+) and (?<right>.+) in (?:CASE expression|COALESCE operator)", RegexOptions.CultureInvariant)]
    private static partial Regex Mixed();
}
