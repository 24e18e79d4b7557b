namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// Adobe's page compares with texts in double quotes, as Spark does: <c>type == "chair"</c>. PostgreSQL's names are written like this, so
/// what stands there is read as a text only when there is no such column.
/// </summary>
internal static class QuotedLiterals
{
    private static readonly string[] Comparisons = ["=", "==", "<>", "!=", "<", ">", "<=", ">="];

    /// <summary>
    /// The statement with the missing column as a text, or null when the error is another, or the column stands elsewhere.
    /// </summary>
    public static SqlStatement? Read(SqlStatement statement, SqlErrorException error)
    {
        if (error.State != SqlState.UndefinedColumn || error.Position is not int position)
            return null;
        SqlTokens tokens = statement.Tokens;
        for (int index = statement.From; index < statement.To; index++)
        {
            bool missing = tokens[index].Start >= position && tokens[index].Kind == SqlTokenKind.QuotedName;
            if (missing && IsPlain(tokens, index) && IsCompared(tokens, index) && !tokens.IsSymbol(index + 1, "."))
                return statement with { Tokens = tokens.WithLiteral(index) };
            if (tokens[index].Start >= position)
                return null;
        }
        return null;
    }

    private static bool IsPlain(SqlTokens tokens, int quoted) => !tokens.Text(quoted)[1..^1].AsSpan().ContainsAny('\'', '"');

    // Behind an operator, or in the list of IN.
    private static bool IsCompared(SqlTokens tokens, int index)
    {
        int before = index - 1;
        if (tokens.IsAny(before, "LIKE", "ILIKE", "RLIKE") || Array.Exists(Comparisons, symbol => tokens.IsSymbol(before, symbol)))
            return true;
        while (tokens.IsSymbol(before, ",") && before > 0 && tokens[before - 1].Kind is SqlTokenKind.QuotedName or SqlTokenKind.String)
            before -= 2;
        return tokens.IsSymbol(before, "(") && tokens.Is(before - 1, "IN");
    }
}
