namespace Aep.Sdk.Emulator.Sql;

/// <summary>A parsed anonymous block: <c>$$ BEGIN … END $$</c> or <c>$$BEGIN … $$END</c>.</summary>
/// <param name="Body">Statements to run.</param>
/// <param name="Handler">Statements of EXCEPTION WHEN OTHER THEN, or null without such a section.</param>
internal sealed record AnonymousBlock(IReadOnlyList<SqlStatement> Body, IReadOnlyList<SqlStatement>? Handler)
{
    public static AnonymousBlock Parse(SqlStatement block)
    {
        (SqlTokens tokens, int last) = (block.Tokens, block.To - 1);
        int begin = block.From + 1;
        bool endInside = tokens[last].Kind == SqlTokenKind.BlockQuote && tokens.Is(last - 1, "END");
        bool endOutside = tokens.Is(last, "END") && tokens[last - 1].Kind == SqlTokenKind.BlockQuote;
        if (!tokens.Is(begin, "BEGIN") || !(endInside || endOutside) || last - 1 <= begin)
            throw new SqlErrorException(
                SqlState.SyntaxError, "an anonymous block is $$ BEGIN … END $$ or $$BEGIN … $$END", tokens[block.From].Start);
        (int from, int to) = (begin + 1, last - 1);
        int exception = Find(tokens, from, to);
        IReadOnlyList<SqlStatement> body = SqlScript.Split(tokens, from, exception < 0 ? to : exception);
        if (body.Count == 0)
            throw tokens.SyntaxError(from);
        return new AnonymousBlock(Checked(body), exception < 0 ? null : Checked(Handle(tokens, exception, to)));
    }

    private static IReadOnlyList<SqlStatement> Handle(SqlTokens tokens, int exception, int to)
    {
        bool isHandler = tokens.Is(exception + 1, "WHEN") && tokens.IsAny(exception + 2, "OTHER", "OTHERS")
            && tokens.Is(exception + 3, "THEN");
        return isHandler ? SqlScript.Split(tokens, exception + 4, to) : throw tokens.SyntaxError(exception + 1);
    }

    // The section starts where a statement could start, so a column named exception is none.
    private static int Find(SqlTokens tokens, int from, int to)
    {
        for (int index = from; index < to; index++)
        {
            if (tokens.AreWords(index, "EXCEPTION", "WHEN") && (index == from || tokens.IsSymbol(index - 1, ";")))
                return index;
        }
        return -1;
    }

    private static IReadOnlyList<SqlStatement> Checked(IReadOnlyList<SqlStatement> statements)
    {
        foreach (SqlStatement statement in statements)
        {
            foreach (string construct in new[] { "IF", "WHILE", "LOOP", "FOR", "RAISE", "DECLARE", "BEGIN", "PREPARE", "EXECUTE" })
            {
                if (statement.StartsWith(construct))
                    throw SqlErrorException.NotSupported($"{construct} in an anonymous block", statement.Tokens[statement.From].Start);
            }
        }
        return statements;
    }
}
