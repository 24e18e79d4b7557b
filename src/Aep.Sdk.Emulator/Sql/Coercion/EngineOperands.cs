namespace Aep.Sdk.Emulator.Sql;

/// <summary>The operands around an operator in the engine's dialect, as ranges of tokens.</summary>
internal static class EngineOperands
{
    // They bind more tightly than a comparison.
    private static readonly string[] Tight = ["||", "+", "-", "*", "/", "//", "%", "&", "|", "->", "->>"];

    private static readonly string[] TypesOfLiterals = ["DATE", "TIME", "TIMESTAMP", "TIMESTAMPTZ", "INTERVAL"];

    /// <summary>The comparison at a place that the engine names: of <c>NOT x &lt; y</c> it names that of NOT.</summary>
    public static int ComparisonOf(SqlTokens tokens, int at) => tokens.Is(at, "NOT") ? BehindComparison(tokens, at).End.Value : at;

    /// <summary>What a comparison compares, before its operator.</summary>
    public static Range BeforeComparison(SqlTokens tokens, int comparison)
    {
        int from = BeforeOperator(tokens, comparison).Start.Value;
        while (IsOneOf(tokens, from - 1, Tight))
            from = EndsOperand(tokens, from - 2) ? BeforeOperator(tokens, from - 1).Start.Value : from - 1;
        return from..comparison;
    }

    /// <summary>What a comparison compares, behind its operator.</summary>
    public static Range BehindComparison(SqlTokens tokens, int comparison)
    {
        int to = BehindOperator(tokens, comparison).End.Value;
        while (IsOneOf(tokens, to, Tight))
            to = BehindOperator(tokens, to).End.Value;
        return (comparison + 1)..to;
    }

    /// <summary>The name, literal, call or parenthesis that ends before an operator, with what belongs to it.</summary>
    public static Range BeforeOperator(SqlTokens tokens, int operation)
    {
        int at = operation - 1;
        while (true)
        {
            at = Opening(tokens, at);
            if (tokens.IsAny(at - 1, "OVER", "FILTER"))
                at -= 2;
            else if (tokens.IsSymbol(at, "(") && EndsOperand(tokens, at - 1) && tokens.IsName(at - 1))
                at--;
            else if (tokens.IsSymbol(at, "[") && EndsOperand(tokens, at - 1))
                at--;
            else if (tokens.IsSymbol(at - 1, ".") || tokens.IsSymbol(at - 1, "::"))
                at -= 2;
            else
                break;
        }
        return (tokens[at].Kind == SqlTokenKind.String && tokens.IsAny(at - 1, TypesOfLiterals) ? at - 1 : at)..operation;
    }

    /// <summary>The name, literal, call or parenthesis that begins behind an operator, with what belongs to it.</summary>
    public static Range BehindOperator(SqlTokens tokens, int operation)
    {
        int at = operation + 1;
        while (IsOneOf(tokens, at, "-", "+"))
            at++;
        bool typed = tokens.IsAny(at, TypesOfLiterals) && at + 1 < tokens.Count && tokens[at + 1].Kind == SqlTokenKind.String;
        at = Closing(tokens, typed ? at + 1 : at) + 1;
        while (at < tokens.Count)
        {
            if ((tokens.IsSymbol(at, "(") && tokens.IsName(at - 1)) || tokens.IsSymbol(at, "["))
                at = Closing(tokens, at) + 1;
            else if (tokens.IsSymbol(at, ".") || tokens.IsSymbol(at, "::"))
                at += 2;
            else if (tokens.IsAny(at, "OVER", "FILTER"))
                at = Closing(tokens, at + 1) + 1;
            else
                break;
        }
        return (operation + 1)..Math.Min(at, tokens.Count);
    }

    private static bool EndsOperand(SqlTokens tokens, int index) => index >= 0
        && (IsOneOf(tokens, index, ")", "]", "}")
            || tokens[index].Kind is SqlTokenKind.String or SqlTokenKind.Number
            || (tokens.IsName(index) && !Keywords.EndsNoOperand(tokens, index)));

    // The token itself, or the one that opens what it closes.
    private static int Opening(SqlTokens tokens, int index)
    {
        int depth = 0;
        for (int at = index; at >= 0; at--)
        {
            depth += Closes(tokens, at) ? 1 : Opens(tokens, at) ? -1 : 0;
            if (depth <= 0)
                return at;
        }
        return Math.Max(index, 0);
    }

    private static int Closing(SqlTokens tokens, int index)
    {
        int depth = 0;
        for (int at = index; at < tokens.Count; at++)
        {
            depth += Opens(tokens, at) ? 1 : Closes(tokens, at) ? -1 : 0;
            if (depth <= 0)
                return at;
        }
        return index;
    }

    private static bool Opens(SqlTokens tokens, int at) =>
        IsOneOf(tokens, at, "(", "[", "{") || (tokens.Is(at, "CASE") && !tokens.IsSymbol(at - 1, "."));

    private static bool Closes(SqlTokens tokens, int at) =>
        IsOneOf(tokens, at, ")", "]", "}") || (tokens.Is(at, "END") && !tokens.IsSymbol(at - 1, "."));

    private static bool IsOneOf(SqlTokens tokens, int at, params ReadOnlySpan<string> symbols)
    {
        foreach (string symbol in symbols)
        {
            if (tokens.IsSymbol(at, symbol))
                return true;
        }
        return false;
    }
}
