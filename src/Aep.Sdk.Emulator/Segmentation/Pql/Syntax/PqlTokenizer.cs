using System.Text;

namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Cuts a rule into tokens.</summary>
internal static class PqlTokenizer
{
    private static readonly string[] Symbols =
        ["=>", "<=", ">=", "!=", "<>", "=", "<", ">", "(", ")", "[", "]", ",", ".", ":", "+", "-", "*", "/", "%", "!", "^"];

    public static List<PqlToken> Read(string rule)
    {
        var tokens = new List<PqlToken>();
        int position = 0;
        while (position < rule.Length)
        {
            char next = rule[position];
            if (char.IsWhiteSpace(next))
                position++;
            else if (char.IsLetter(next) || next == '_')
                tokens.Add(Take(PqlTokenKind.Name, rule, ref position, character => char.IsLetterOrDigit(character) || character == '_'));
            else if (char.IsAsciiDigit(next))
                tokens.Add(Take(PqlTokenKind.Number, rule, ref position, IsOfNumber));
            else if (next is '"' or '\'')
                tokens.Add(TakeText(rule, ref position));
            else if (next == '`')
                tokens.Add(TakeText(rule, ref position) with { Kind = PqlTokenKind.Name, Quoted = true });
            else if (next == '$' && position + 1 < rule.Length && char.IsAsciiDigit(rule[position + 1]))
                tokens.Add(Take(PqlTokenKind.Parameter, rule, ref position, character => char.IsAsciiDigit(character) || character == '$'));
            else
                tokens.Add(TakeSymbol(rule, ref position));
        }
        tokens.Add(new PqlToken(PqlTokenKind.End, "", rule.Length));
        return tokens;
    }

    private static bool IsOfNumber(char character) => char.IsAsciiDigit(character) || character is '.' or 'e' or 'E';

    private static PqlToken Take(PqlTokenKind kind, string rule, ref int position, Func<char, bool> belongs)
    {
        int start = position;
        // 1e-7: the sign belongs to the number.
        while (position < rule.Length && (belongs(rule[position]) || IsExponentSign(kind, rule, position)))
            position++;
        return new PqlToken(kind, rule[start..position], start);
    }

    private static bool IsExponentSign(PqlTokenKind kind, string rule, int position) =>
        kind == PqlTokenKind.Number && rule[position] is '-' or '+' && rule[position - 1] is 'e' or 'E';

    private static PqlToken TakeText(string rule, ref int position)
    {
        int start = position;
        char quote = rule[position++];
        var text = new StringBuilder();
        while (position < rule.Length && rule[position] != quote)
        {
            // Only what must be escaped is: the \w of a regular expression stays as it stands.
            if (rule[position] == '\\' && position + 1 < rule.Length && rule[position + 1] is '\\' or '"' or '\'' or '`')
                position++;
            text.Append(rule[position++]);
        }
        if (position == rule.Length)
            throw new PqlException("A quoted text is not closed", start);
        position++;
        return new PqlToken(PqlTokenKind.Text, text.ToString(), start);
    }

    private static PqlToken TakeSymbol(string rule, ref int position)
    {
        int start = position;
        foreach (string symbol in Symbols)
        {
            if (string.CompareOrdinal(rule, start, symbol, 0, symbol.Length) == 0)
            {
                position += symbol.Length;
                return new PqlToken(PqlTokenKind.Symbol, symbol, start);
            }
        }
        throw new PqlException($"The character '{rule[start]}' is not expected", start);
    }
}
