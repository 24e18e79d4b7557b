namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// <c>ANALYZE TABLE name [FILTERCONTEXT (condition)] COMPUTE STATISTICS [FOR ALL COLUMNS | FOR COLUMNS (columns)] [AS alias]</c>.
/// <see cref="Columns"/>: the columns asked for, or none for all.
/// <see cref="Filter"/>: the condition in its parentheses, or nothing.
/// </summary>
internal sealed record StatisticsStatement(TableName Name, string Filter, IReadOnlyList<string> Columns, string? Alias)
{
    /// <summary>The rows that are analyzed.</summary>
    public SqlStatement Query => SqlScript.Parse($"SELECT * FROM \"{Name.Name}\"{(Filter.Length > 0 ? " WHERE " + Filter : "")}")[0];

    public static bool Is(SqlStatement statement)
    {
        for (int at = statement.From; statement.StartsWith("ANALYZE", "TABLE") && at < statement.To; at++)
        {
            if (statement.Tokens.AreWords(at, "COMPUTE", "STATISTICS"))
                return true;
        }
        return false;
    }

    public static StatisticsStatement Parse(SqlStatement statement)
    {
        (SqlTokens tokens, int to) = (statement.Tokens, statement.To);
        int at = statement.From + 2;
        TableName name = TableName.Read(tokens, ref at, to);
        string filter = "";
        if (tokens.Is(at, "FILTERCONTEXT") && tokens.IsSymbol(at + 1, "("))
        {
            int close = tokens.Close(at + 1, to);
            filter = tokens.Text(at + 1, close + 1);
            at = close + 1;
        }
        if (!tokens.AreWords(at, "COMPUTE", "STATISTICS"))
            throw tokens.SyntaxError(at);
        at += 2;
        IReadOnlyList<string> columns = ReadColumns(tokens, ref at, to);
        string? alias = null;
        if (at + 1 < to && tokens.Is(at, "AS") && tokens.IsName(at + 1))
            (alias, at) = (tokens.Name(at + 1), at + 2);
        return at == to ? new StatisticsStatement(name, filter, columns, alias) : throw tokens.SyntaxError(at);
    }

    private static List<string> ReadColumns(SqlTokens tokens, ref int at, int to)
    {
        if (tokens.AreWords(at, "FOR", "ALL", "COLUMNS"))
        {
            at += 3;
            return [];
        }
        if (!tokens.AreWords(at, "FOR", "COLUMNS") || !tokens.IsSymbol(at + 2, "("))
            return [];
        int close = tokens.Close(at + 2, to);
        List<string> columns = ColumnPath.ReadAll(tokens, at + 2, close);
        at = close + 1;
        return columns;
    }
}
