namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Where the parser stands in the tokens.</summary>
internal sealed class PqlCursor(List<PqlToken> tokens)
{
    private int _next;

    public PqlToken Current => tokens[_next];

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
            throw new PqlException($"'{symbol}' is expected{(Current.Kind == PqlTokenKind.End ? "" : $" before '{Current.Text}'")}", Current.Position);
    }

    public PqlException Unexpected() => Current.Kind == PqlTokenKind.End
        ? new PqlException("The rule ends too early", Current.Position)
        : new PqlException($"'{Current.Text}' is not expected", Current.Position);
}
