using System.Text;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>The tokens of an expression or a tag, read one after the other.</summary>
internal sealed class TemplateTokens
{
    private const string Letters = "+-*/%~|.,()[]{}?:=<>!";
    private static readonly string[] Pairs = ["==", "!=", "<=", ">=", ".."];
    private readonly List<TemplateToken> _tokens = [];
    private readonly TemplatePart _part;
    private int _at;

    public TemplateTokens(TemplatePart part)
    {
        _part = part;
        for (int at = 0; at < part.Text.Length;)
            at = char.IsWhiteSpace(part.Text[at]) ? at + 1 : Read(at);
        _tokens.Add(new TemplateToken(TemplateTokenKind.End, "", part.Offset + part.Text.Length));
    }

    public TemplateToken Current => _tokens[_at];

    public TemplateToken Following => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    public TemplateToken Take() => _tokens[_at < _tokens.Count - 1 ? _at++ : _at];

    /// <summary>True when the current token is a symbol.</summary>
    public bool Is(string symbol) => Current.Kind == TemplateTokenKind.Symbol && Current.Text == symbol;

    /// <summary>True when the current token is a word.</summary>
    public bool IsWord(string word) => Current.Kind == TemplateTokenKind.Name && Current.Text == word;

    public bool Accept(string symbol)
    {
        bool found = Is(symbol);
        if (found)
            Take();
        return found;
    }

    public bool AcceptWord(string word)
    {
        bool found = IsWord(word);
        if (found)
            Take();
        return found;
    }

    public void Expect(string symbol)
    {
        if (!Accept(symbol))
            throw Unexpected($"'{symbol}'");
    }

    public void ExpectWord(string word)
    {
        if (!AcceptWord(word))
            throw Unexpected($"'{word}'");
    }

    public string Name() => Current.Kind == TemplateTokenKind.Name ? Take().Text : throw Unexpected("a name");

    public void ExpectEnd()
    {
        if (Current.Kind != TemplateTokenKind.End)
            throw Unexpected("the end");
    }

    public TemplateException Unexpected(string expected) => new(
        $"{(Current.Kind == TemplateTokenKind.End ? "The end" : $"'{Current.Text}'")} stands where {expected} is expected.",
        Current.Offset);

    private int Read(int at)
    {
        string text = _part.Text;
        char first = text[at];
        if (first is '"' or '\'')
            return Quoted(at);
        int end = at + 1;
        if (char.IsLetter(first) || first == '_')
            return Add(TemplateTokenKind.Name, at, Run(end, letter => char.IsLetterOrDigit(letter) || letter == '_'));
        if (char.IsAsciiDigit(first))
            return Number(at);
        if (Array.Exists(Pairs, pair => text.AsSpan(at).StartsWith(pair)))
            return Add(TemplateTokenKind.Symbol, at, at + 2);
        return Letters.Contains(first)
            ? Add(TemplateTokenKind.Symbol, at, end)
            : throw new TemplateException($"'{first}' is not part of the language.", _part.Offset + at);
    }

    private int Number(int at)
    {
        int end = Run(at, char.IsAsciiDigit);
        bool fraction = end + 1 < _part.Text.Length && _part.Text[end] == '.' && char.IsAsciiDigit(_part.Text[end + 1]);
        return Add(TemplateTokenKind.Number, at, fraction ? Run(end + 1, char.IsAsciiDigit) : end);
    }

    private int Quoted(int at)
    {
        var value = new StringBuilder();
        int i = at + 1;
        for (; _part.Text[i] != _part.Text[at]; i++)
        {
            if (_part.Text[i] == '\\')
                i++;
            value.Append(_part.Text[i]);
        }
        if (_part.Text[at] == '"' && value.ToString().Contains("#{", StringComparison.Ordinal))
            throw new TemplateException("Values within texts (#{…}) are not supported: join texts with ~.", _part.Offset + at);
        _tokens.Add(new TemplateToken(TemplateTokenKind.Text, value.ToString(), _part.Offset + at));
        return i + 1;
    }

    private int Run(int at, Func<char, bool> belongs)
    {
        while (at < _part.Text.Length && belongs(_part.Text[at]))
            at++;
        return at;
    }

    private int Add(TemplateTokenKind kind, int start, int end)
    {
        _tokens.Add(new TemplateToken(kind, _part.Text[start..end], _part.Offset + start));
        return end;
    }
}
