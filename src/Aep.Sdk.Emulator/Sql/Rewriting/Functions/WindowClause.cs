namespace Aep.Sdk.Emulator.Sql;

/// <summary>An OVER clause: <see cref="Text"/> as a whole, <see cref="Definition"/> its partition and order without the frame.</summary>
internal sealed record WindowClause(string Text, string Definition)
{
    public const string UpToHere = "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW";
    public const string FromHere = "ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING";

    /// <summary>The same rows in the same order, seen through another frame.</summary>
    public string With(string frame) => $"OVER ({Definition} {frame})";

    /// <summary>Reads what follows the word OVER: a definition in parentheses or the name of a window.</summary>
    public static (WindowClause Window, int End) Read(SqlTokens tokens, int at, int to, Func<Range, string> render)
    {
        if (!tokens.IsSymbol(at, "("))
        {
            if (!tokens.IsName(at))
                throw tokens.SyntaxError(at);
            int named = Named(tokens, tokens.Name(at));
            return (new WindowClause(
                $"OVER {tokens.Text(at)}", DefinitionOf(tokens, named, tokens.Close(named, tokens.Count), render)), at + 1);
        }
        int close = tokens.Close(at, to);
        string text = close == at + 1 ? "OVER ()" : $"OVER ({render((at + 1)..close)})";
        return (new WindowClause(text, DefinitionOf(tokens, at, close, render)), close + 1);
    }

    private static string DefinitionOf(SqlTokens tokens, int open, int close, Func<Range, string> render)
    {
        int frame = open + 1;
        for (int depth = 0; frame < close; frame++)
        {
            depth += tokens.IsSymbol(frame, "(") ? 1 : tokens.IsSymbol(frame, ")") ? -1 : 0;
            if (depth == 0 && tokens.IsAny(frame, "ROWS", "RANGE", "GROUPS") && (tokens.IsAny(frame + 1, "BETWEEN", "UNBOUNDED", "CURRENT")
                || tokens[frame + 1].Kind == SqlTokenKind.Number))
                break;
        }
        return frame == open + 1 ? "" : render((open + 1)..frame);
    }

    // WINDOW name AS ( … ): the parenthesis.
    private static int Named(SqlTokens tokens, string name)
    {
        for (int index = 1; index + 2 < tokens.Count; index++)
        {
            bool defined = tokens.Is(index + 1, "AS") && tokens.IsSymbol(index + 2, "(")
                && (tokens.Is(index - 1, "WINDOW") || tokens.IsSymbol(index - 1, ","));
            if (defined && tokens.IsName(index) && tokens.Name(index).Equals(name, StringComparison.OrdinalIgnoreCase))
                return index + 2;
        }
        throw new SqlErrorException(SqlState.UndefinedObject, $"window \"{name}\" does not exist");
    }
}
