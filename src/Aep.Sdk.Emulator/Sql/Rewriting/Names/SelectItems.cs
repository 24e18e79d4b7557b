namespace Aep.Sdk.Emulator.Sql;

/// <summary>The columns of a SELECT that the query gives no name: Query Service calls them after their expression, as Spark does.</summary>
internal static class SelectItems
{
    private static readonly string[] EndsOfList =
    [
        "FROM", "WHERE", "GROUP", "HAVING", "WINDOW", "QUALIFY", "ORDER", "LIMIT", "OFFSET", "UNION", "INTERSECT", "MINUS", "LATERAL",
        "INTO",
    ];

    private static readonly string[] Values = ["NULL", "TRUE", "FALSE", "CURRENT_DATE", "CURRENT_TIMESTAMP", "LOCALTIMESTAMP"];

    /// <summary>The names of such columns, by the token behind the column.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="select">The token SELECT.</param>
    /// <param name="to">The end of the statement.</param>
    public static IEnumerable<(int End, string Name)> Unnamed(SqlTokens tokens, int select, int to)
    {
        int from = select + 1;
        if (tokens.AreWords(from, "DISTINCT", "ON") && tokens.IsSymbol(from + 2, "("))
            from = tokens.Close(from + 2, to) + 1;
        else if (tokens.IsAny(from, "DISTINCT", "ALL"))
            from++;
        for (int depth = 0, index = from; index <= to; index++)
        {
            bool ends = depth == 0 && (index == to || Ends(tokens, index));
            if (ends || (depth == 0 && tokens.IsSymbol(index, ",")))
            {
                if (index > from && NameOf(tokens, from, index) is string name)
                    yield return (index, name);
                from = index + 1;
            }
            if (ends)
                yield break;
            depth += Opens(tokens, index) ? 1 : Closes(tokens, index) ? -1 : 0;
        }
    }

    private static string? NameOf(SqlTokens tokens, int from, int to)
    {
        if (IsPath(tokens, from, to))
        {
            return tokens[to - 1].Kind == SqlTokenKind.ItemField ? tokens.Name(to - 1)
                : to == from + 1 && tokens.IsAny(from, Values) ? ExpressionText.Of(tokens, from, to) : null;
        }
        bool hasNames = IsNamed(tokens, from, to) || HasStar(tokens, from, to) || tokens.Is(from, TimeWindow.Name)
            || (tokens.IsSymbol(from + 1, "(") && MakesColumns(tokens.Text(from).ToLowerInvariant()));
        return hasNames ? null : ExpressionText.Of(tokens, from, to);
    }

    private static bool MakesColumns(string function) =>
        Generators.Has(function) || MetadataTables.Has(function) || function == "columns";

    // expression AS name, expression name
    private static bool IsNamed(SqlTokens tokens, int from, int to)
    {
        for (int depth = 0, index = from; index < to; index++)
        {
            if (depth == 0 && tokens.Is(index, "AS"))
                return true;
            depth += Opens(tokens, index) ? 1 : Closes(tokens, index) ? -1 : 0;
        }
        int last = to - 1;
        bool unit = tokens.Is(last - 2, "INTERVAL") || tokens[last - 1].Kind == SqlTokenKind.String && tokens.Is(last - 2, "INTERVAL");
        bool follows = tokens.IsSymbol(last - 1, ")") || tokens.IsSymbol(last - 1, "]") || tokens.Is(last - 1, "END")
            || tokens[last - 1].Kind is SqlTokenKind.String or SqlTokenKind.Number or SqlTokenKind.Parameter or SqlTokenKind.Variable
            || (tokens.IsName(last - 1) && !Keywords.EndsNoOperand(tokens, last - 1));
        return to - from > 1 && tokens.IsName(last) && !tokens.Is(last, "END") && follows && !unit;
    }

    private static bool IsPath(SqlTokens tokens, int from, int to)
    {
        for (int index = from; index < to; index++)
        {
            bool fits = (index - from) % 2 == 0 ? tokens.IsName(index) : tokens.IsSymbol(index, ".");
            if (!fits)
                return false;
        }
        return (to - from) % 2 == 1;
    }

    private static bool HasStar(SqlTokens tokens, int from, int to) =>
        tokens.IsSymbol(from, "*") || (tokens.IsSymbol(to - 1, "*") && tokens.IsSymbol(to - 2, "."));

    private static bool Ends(SqlTokens tokens, int index)
    {
        if (tokens.Is(index, "FROM") && tokens.Is(index - 1, "DISTINCT") && tokens.IsAny(index - 2, "IS", "NOT"))
            return false;
        return tokens.IsSymbol(index, ";") || tokens.IsSymbol(index, ")")
            || (tokens.IsAny(index, EndsOfList) && !tokens.IsSymbol(index - 1, ".") && !tokens.Is(index - 1, "AS"))
            || (tokens.Is(index, "EXCEPT") && !tokens.IsSymbol(index - 1, "*"))
            || (tokens.IsAny(index, "SORT", "CLUSTER", "DISTRIBUTE") && tokens.Is(index + 1, "BY"));
    }

    private static bool Opens(SqlTokens tokens, int index) =>
        tokens.IsSymbol(index, "(") || tokens.IsSymbol(index, "[") || tokens.IsSymbol(index, "{");

    private static bool Closes(SqlTokens tokens, int index) =>
        tokens.IsSymbol(index, ")") || tokens.IsSymbol(index, "]") || tokens.IsSymbol(index, "}");
}
