using System.Globalization;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// One statement of a text: the tokens from <paramref name="From"/> to before <paramref name="To"/>, without the semicolon.
/// </summary>
internal sealed record SqlStatement(SqlTokens Tokens, int From, int To)
{
    public string Text => Tokens.Text(From, To);

    public bool IsBlock => Tokens[From].Kind == SqlTokenKind.BlockQuote;

    public bool StartsWith(params ReadOnlySpan<string> words) => From + words.Length <= To && Tokens.AreWords(From, words);

    /// <summary>Whether it returns rows of tables; SELECT INTO makes a table of them.</summary>
    public bool IsQuery => (Tokens.IsAny(From, "SELECT", "WITH", "VALUES", "TABLE", "FROM") || Tokens.IsSymbol(From, "(")) && Into < 0;

    /// <summary>The INTO of a SELECT INTO, or -1.</summary>
    public int Into
    {
        get
        {
            bool selects = Tokens.IsAny(From, "SELECT", "WITH");
            for (int index = From, depth = 0; selects && index < To; index++)
            {
                depth += Tokens.IsSymbol(index, "(") ? 1 : Tokens.IsSymbol(index, ")") ? -1 : 0;
                if (depth == 0 && Tokens.Is(index, "INTO") && !Tokens.IsSymbol(index - 1, "."))
                    return index;
            }
            return -1;
        }
    }

    /// <summary>The highest n of its parameters <c>$n</c>; 0 without parameters.</summary>
    public int HighestParameter
    {
        get
        {
            int highest = 0;
            for (int index = From; index < To; index++)
            {
                if (Tokens[index].Kind == SqlTokenKind.Parameter
                    && short.TryParse(Tokens.Name(index), NumberStyles.None, CultureInfo.InvariantCulture, out short number))
                    highest = Math.Max(highest, number);
            }
            return highest;
        }
    }
}
