namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>
/// Reads a rule: attributes, numbers, texts, comparisons, <c>in</c>, arithmetic, <c>and</c>, <c>or</c>, <c>not</c>, parentheses, exists() and isNull().
/// Functions beyond these are refused by name.
/// </summary>
internal sealed class PqlParser
{
    private const int MaxDepth = 200;
    private static readonly string[] Comparisons = ["=", "!=", "<>", "<", "<=", ">", ">="];
    private readonly PqlCursor _cursor;
    private int _depth;

    private PqlParser(List<PqlToken> tokens) => _cursor = new PqlCursor(tokens);

    /// <exception cref="PqlException">The rule cannot be read; the message says what and where.</exception>
    public static PqlExpression Parse(string rule)
    {
        var parser = new PqlParser(PqlTokenizer.Read(rule));
        PqlExpression expression = parser.Or();
        if (parser._cursor.Current.Kind != PqlTokenKind.End)
            throw parser._cursor.Unexpected();
        return expression;
    }

    private PqlExpression Or()
    {
        PqlExpression left = And();
        while (_cursor.Accept("or"))
            left = new PqlBinary("or", left, And());
        return left;
    }

    private PqlExpression And()
    {
        PqlExpression left = Not();
        while (_cursor.Accept("and"))
            left = new PqlBinary("and", left, Not());
        return left;
    }

    private PqlExpression Not() => _cursor.Accept("not") || _cursor.Accept("!") ? new PqlNot(Nested(Not)) : Comparison();

    private PqlExpression Comparison()
    {
        PqlExpression left = Sum();
        string? symbol = Comparisons.FirstOrDefault(_cursor.Current.Is);
        if (symbol is not null)
        {
            _cursor.Take();
            return new PqlBinary(symbol == "<>" ? "!=" : symbol, left, Sum());
        }
        return _cursor.Accept("in") ? new PqlIn(left, List()) : left;
    }

    private PqlExpression Sum()
    {
        PqlExpression left = Product();
        while (_cursor.Current.Is("+") || _cursor.Current.Is("-"))
            left = new PqlBinary(_cursor.Take().Text, left, Product());
        return left;
    }

    private PqlExpression Product()
    {
        PqlExpression left = Operand();
        while (_cursor.Current.Is("*") || _cursor.Current.Is("/"))
            left = new PqlBinary(_cursor.Take().Text, left, Operand());
        return left;
    }

    private PqlExpression Operand()
    {
        PqlToken token = _cursor.Current;
        switch (token.Kind)
        {
            case PqlTokenKind.Number:
                _cursor.Take();
                return PqlLiteral.Number(token);
            case PqlTokenKind.Text:
                _cursor.Take();
                return new PqlLiteral(token.Text);
            case PqlTokenKind.Name:
                _cursor.Take();
                return Named(token);
        }
        if (_cursor.Accept("-"))
            return new PqlBinary("-", new PqlLiteral(0d), Nested(Operand));
        if (_cursor.Accept("("))
        {
            PqlExpression inner = Nested(Or);
            _cursor.Expect(")");
            return inner;
        }
        throw _cursor.Unexpected();
    }

    private PqlExpression Named(PqlToken token)
    {
        if (token.Is("true") || token.Is("false"))
            return new PqlLiteral(token.Is("true"));
        if (!_cursor.Accept("("))
            return new PqlAttribute(token.Text, token.Position);
        int dot = token.Text.LastIndexOf('.');
        string function = token.Text[(dot + 1)..];
        if (dot > 0 && function is "exists" or "isNull" or "isNotNull")
        {
            _cursor.Expect(")");
            return new PqlExists(new PqlAttribute(token.Text[..dot], token.Position), function != "isNull");
        }
        throw new PqlException($"The function {function}() is not supported by the local platform", token.Position);
    }

    private List<PqlExpression> List()
    {
        string close = _cursor.Current.Is("(") ? ")" : "]";
        _cursor.Expect(close == ")" ? "(" : "[");
        var items = new List<PqlExpression> { Sum() };
        while (_cursor.Accept(","))
            items.Add(Sum());
        _cursor.Expect(close);
        return items;
    }

    // The parser calls itself: without a limit a rule could end the process.
    private PqlExpression Nested(Func<PqlExpression> read)
    {
        if (++_depth > MaxDepth)
            throw new PqlException($"The rule is nested deeper than {MaxDepth} levels", _cursor.Current.Position);
        PqlExpression inner = read();
        _depth--;
        return inner;
    }
}
