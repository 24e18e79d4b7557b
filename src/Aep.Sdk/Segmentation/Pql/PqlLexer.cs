namespace Aep.Sdk.Segmentation;

/// <summary>Cuts a rule into tokens.</summary>
internal static class PqlLexer
{
    private static readonly string[] Symbols =
        ["=>", "!=", "<=", ">=", "=", "<", ">", "!", "+", "-", "*", "/", "%", "(", ")", "[", "]", ",", ".", ":", "^"];

    private static readonly (string Wrong, string Hint)[] Foreign =
    [
        ("==", "Write = to compare."),
        ("&&", "Write and."),
        ("||", "Write or."),
        ("<>", "Write !=."),
        ("'", "Write strings in double quotes."),
        ("\u201c", "Write strings in straight double quotes."),
        ("\u201d", "Write strings in straight double quotes."),
        (";", "A rule is one expression without a semicolon."),
    ];

    public static List<PqlToken> Read(string rule)
    {
        var tokens = new List<PqlToken>();
        for (int at = 0; at < rule.Length;)
        {
            if (char.IsWhiteSpace(rule[at]))
            {
                at++;
                continue;
            }

            PqlToken token = Next(rule, at);
            tokens.Add(token);
            at += token.Text.Length;
        }

        tokens.Add(new PqlToken(PqlTokenKind.End, string.Empty, rule.Length));
        return tokens;
    }

    private static PqlToken Next(string rule, int at)
    {
        char first = rule[at];
        if (first == '"') return Quoted(rule, at);
        if (char.IsAsciiDigit(first)) return Number(rule, at);
        if (char.IsLetter(first) || first is '_' or '$') return Run(rule, at, PqlTokenKind.Name, c => char.IsLetterOrDigit(c)
            || c is '_' or '$');
        foreach ((string wrong, string hint) in Foreign)
        {
            if (string.CompareOrdinal(rule, at, wrong, 0, wrong.Length) == 0) throw new PqlSyntaxException(
                at, $"PQL has no {wrong}.", hint);
        }

        string? symbol = Symbols.FirstOrDefault(candidate => string.CompareOrdinal(rule, at, candidate, 0, candidate.Length) == 0);
        return symbol is null
            ? throw new PqlSyntaxException(at, $"The character {first} has no meaning here.", "Put text in double quotes.")
            : new PqlToken(PqlTokenKind.Symbol, symbol, at);
    }

    private static PqlToken Quoted(string rule, int at)
    {
        for (int end = at + 1; end < rule.Length; end++)
        {
            if (rule[end] == '\\') end++;
            else if (rule[end] == '"') return new PqlToken(PqlTokenKind.Text, rule[at..(end + 1)], at);
        }

        throw new PqlSyntaxException(at, "The string that begins here does not end.", "Close it with a double quote.");
    }

    private static PqlToken Number(string rule, int at)
    {
        PqlToken number = Run(rule, at, PqlTokenKind.Number, char.IsAsciiDigit);
        int end = at + number.Text.Length;
        if (end + 1 < rule.Length && rule[end] == '.' && char.IsAsciiDigit(rule[end + 1]))
            end += 1 + Run(rule, end + 1, PqlTokenKind.Number, char.IsAsciiDigit).Text.Length;
        return end < rule.Length && (char.IsLetter(rule[end]) || rule[end] == '_')
            ? throw new PqlSyntaxException(
                end, "A letter follows a number.", "Put text in double quotes; write numbers without an exponent.")
            : new PqlToken(PqlTokenKind.Number, rule[at..end], at);
    }

    private static PqlToken Run(string rule, int at, PqlTokenKind kind, Func<char, bool> belongs)
    {
        int end = at;
        while (end < rule.Length && belongs(rule[end]))
            end++;
        return new PqlToken(kind, rule[at..end], at);
    }
}
