using System.Text;

namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>Cuts an expression into names (<c>a</c>, <c>$b</c>, <c>${any name}</c>), literals and symbols.</summary>
internal sealed class Tokenizer(string expression)
{
    private static readonly string[] Symbols = ["->", "==", "!=", "<=", ">=", "&&", "||"];
    private int _at;

    public static List<Token> Read(string expression)
    {
        var tokenizer = new Tokenizer(expression);
        List<Token> tokens = [];
        do
        {
            tokens.Add(tokenizer.Next());
        }
        while (tokens[^1].Kind != TokenKind.End);
        return tokens;
    }

    private Token Next()
    {
        while (_at < expression.Length && char.IsWhiteSpace(expression[_at]))
            _at++;
        if (_at == expression.Length)
            return new Token(TokenKind.End, "", _at + 1);
        char first = expression[_at];
        if (first is '"' or '\'')
            return Quoted(first);
        if (expression.AsSpan(_at).StartsWith("${"))
            return Wrapped();
        if (char.IsAsciiDigit(first))
            return Run(TokenKind.Number, letter => char.IsAsciiDigit(letter) || letter == '.');
        if (IsName(first) && !char.IsDigit(first))
            return Name();
        string symbol = Array.Find(Symbols, known => expression.AsSpan(_at).StartsWith(known)) ?? first.ToString();
        if (symbol.Length == 1 && !"+-*/%<>!~?:.,()[]{}".Contains(first))
            throw new ExpressionException($"'{first}' at position {_at + 1} is not part of the language.");
        _at += symbol.Length;
        return new Token(TokenKind.Symbol, symbol, _at - symbol.Length + 1);
    }

    private static bool IsName(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '$';

    private Token Run(TokenKind kind, Func<char, bool> belongs)
    {
        int start = _at;
        while (_at < expression.Length && belongs(expression[_at]))
            _at++;
        return new Token(kind, expression[start.._at], start + 1);
    }

    // A dot that belongs to the name has a backslash before it.
    private Token Name()
    {
        int start = _at;
        while (_at < expression.Length && (IsName(expression[_at]) || expression.AsSpan(_at).StartsWith("\\.")))
            _at += expression[_at] == '\\' ? 2 : 1;
        return new Token(TokenKind.Name, expression[start.._at].Replace("\\.", ".", StringComparison.Ordinal), start + 1);
    }

    private Token Wrapped()
    {
        int start = _at, end = expression.IndexOf('}', _at);
        if (end < 0)
            throw new ExpressionException($"The name at position {start + 1} has no closing brace.");
        _at = end + 1;
        return new Token(TokenKind.Name, expression[(start + 2)..end], start + 1, IsWrapped: true);
    }

    private Token Quoted(char quote)
    {
        int start = _at++;
        var text = new StringBuilder();
        for (; _at < expression.Length && expression[_at] != quote; _at++)
        {
            // A backslash takes the quote and itself out of their meaning; before any other letter it stays, for regular expressions.
            if (expression[_at] == '\\' && _at + 1 < expression.Length && (expression[_at + 1] == quote || expression[_at + 1] == '\\'))
                _at++;
            text.Append(expression[_at]);
        }
        if (_at == expression.Length)
            throw new ExpressionException($"The text at position {start + 1} has no closing quote.");
        _at++;
        return new Token(TokenKind.Text, text.ToString(), start + 1);
    }
}
