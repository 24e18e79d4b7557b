namespace Aep.Sdk.Segmentation;

/// <summary>A place in the tokens of a rule.</summary>
internal sealed class PqlCursor(string rule)
{
    private readonly List<PqlToken> _tokens = PqlLexer.Read(rule);
    private int _at;

    public PqlToken Current => _tokens[_at];

    public PqlToken Ahead(int by) => _tokens[Math.Min(_at + by, _tokens.Count - 1)];

    public PqlToken Advance() => _tokens[_at < _tokens.Count - 1 ? _at++ : _at];

    public bool Accept(params ReadOnlySpan<string> texts)
    {
        foreach (string text in texts)
        {
            if (!Current.Is(text)) continue;
            Advance();
            return true;
        }

        return false;
    }

    public void Expect(string text, string hint)
    {
        if (!Accept(text)) throw Wrong($"{text} is expected, not {Current}.", hint);
    }

    public string ExpectName(string hint) =>
        Current.Kind == PqlTokenKind.Name ? Advance().Text : throw Wrong($"A name is expected, not {Current}.", hint);

    /// <summary>The name behind the next such word; null where there is none.</summary>
    public string? NameAfter(string word)
    {
        int at = _tokens.FindIndex(_at, token => token.Is(word));
        return at >= 0 && _tokens[at + 1].Kind == PqlTokenKind.Name ? _tokens[at + 1].Text : null;
    }

    public PqlSyntaxException Wrong(string problem, string hint) => new(Current.Position, problem, hint);
}
