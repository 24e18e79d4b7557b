namespace Aep.Sdk.Emulator.Sql;

/// <summary>Spark takes any word as an alias without AS, also those (name, timestamp, value) that DuckDB takes only after AS.</summary>
internal static class BareAlias
{
    // Words that may end an expression after a parenthesis or a qualified name.
    private static readonly HashSet<string> NoAlias = new(StringComparer.OrdinalIgnoreCase)
    {
        "END", "NULL", "FROM", "YEAR", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND", "YEARS", "MONTHS", "WEEKS", "DAYS", "HOURS",
            "MINUTES", "SECONDS",
    };

    public static bool IsAt(SqlTokens tokens, int index, int to)
    {
        bool afterExpression = tokens.IsSymbol(index - 1, ")") || tokens.IsSymbol(index - 1, "]") || tokens.Is(index - 1, "END")
            || (tokens.IsName(index - 1) && tokens.IsSymbol(index - 2, "."));
        bool endsItem = index + 1 == to || tokens.IsSymbol(index + 1, ",") || tokens.Is(index + 1, "FROM") || tokens.Is(index + 1, "WHERE");
        return afterExpression && endsItem && !NoAlias.Contains(tokens.Text(index)) && !IsDistinctOn(tokens, index - 1);
    }

    // Behind SELECT DISTINCT ON (…) the first column follows.
    private static bool IsDistinctOn(SqlTokens tokens, int close)
    {
        int open = close, depth = 0;
        for (; open >= 0; open--)
        {
            depth += tokens.IsSymbol(open, ")") ? 1 : tokens.IsSymbol(open, "(") ? -1 : 0;
            if (depth == 0)
                break;
        }
        return tokens.AreWords(open - 2, "DISTINCT", "ON");
    }
}
