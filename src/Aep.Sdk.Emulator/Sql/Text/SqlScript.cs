namespace Aep.Sdk.Emulator.Sql;

/// <summary>Splits a text into its statements.</summary>
internal static class SqlScript
{
    public static IReadOnlyList<SqlStatement> Parse(string sql)
    {
        SqlTokens tokens = SqlTokenizer.Tokenize(sql);
        return Split(tokens, 0, tokens.Count);
    }

    /// <summary>Splits a range of tokens at its semicolons; those of an anonymous block belong to the block.</summary>
    public static IReadOnlyList<SqlStatement> Split(SqlTokens tokens, int from, int to)
    {
        List<SqlStatement> statements = [];
        bool inBlock = false;
        int start = from;
        for (int index = from; index <= to; index++)
        {
            if (index < to && tokens[index].Kind == SqlTokenKind.BlockQuote)
                inBlock = !inBlock;
            bool ends = index == to || (tokens.IsSymbol(index, ";") && !inBlock);
            if (!ends)
                continue;
            if (index > start)
                statements.Add(new SqlStatement(tokens, start, index));
            start = index + 1;
        }
        return statements;
    }
}
