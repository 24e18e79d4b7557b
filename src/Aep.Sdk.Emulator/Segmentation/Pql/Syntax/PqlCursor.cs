namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Where the parser stands in the tokens.</summary>
internal sealed class PqlCursor(List<PqlToken> tokens)
{
    private int _next;

    public PqlToken Current => tokens[_next];

    public PqlToken Peek(int ahead) => tokens[Math.Min(_next + ahead, tokens.Count - 1)];

    public PqlToken Take() => tokens[_next++];

    public bool Accept(string word)
    {
        if (!Current.Is(word))
            return false;
        _next++;
        return true;
    }

    public void Expect(string symbol)
    {
        if (!Accept(symbol))
            throw Expected(symbol);
    }

    public PqlToken TakeName() => Current.Kind == PqlTokenKind.Name ? Take() : throw Expected("a name");

    /// <summary>Whether <c>X =></c> or <c>(X, Y) =></c> stands here.</summary>
    public bool IsLambda()
    {
        if (Current.Kind == PqlTokenKind.Name)
            return Peek(1).Is("=>");
        if (!Current.Is("("))
            return false;
        int ahead = 1;
        while (Peek(ahead).Kind == PqlTokenKind.Name && Peek(ahead + 1).Is(","))
            ahead += 2;
        return Peek(ahead).Kind == PqlTokenKind.Name && Peek(ahead + 1).Is(")") && Peek(ahead + 2).Is("=>");
    }

    public PqlException Expected(string what) =>
        new($"'{what}' is expected{(Current.Kind == PqlTokenKind.End ? "" : $" before '{Current.Text}'")}", Current.Position);

    public PqlException Unexpected() => Current.Kind == PqlTokenKind.End
        ? new PqlException("The rule ends too early", Current.Position)
        : new PqlException($"'{Current.Text}' is not expected", Current.Position);
}
