using System.Globalization;

namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>
/// Reads a rule: attributes, numbers, texts, comparisons, <c>in</c>, arithmetic, <c>and</c>, <c>or</c>, <c>not</c>, parentheses, exists() and isNull().
/// Functions beyond these are refused by name.
/// </summary>
internal sealed class PqlParser
{
    private static readonly string[] Comparisons = ["=", "!=", "<>", "<", "<=", ">", ">="];
    private readonly List<PqlToken> _tokens;
    private int _next;

    private PqlParser(List<PqlToken> tokens) => _tokens = tokens;

    private PqlToken Current => _tokens[_next];

    /// <exception cref="PqlException">The rule cannot be read; the message says what and where.</exception>
    public static PqlExpression Parse(string rule)
    {
        var parser = new PqlParser(PqlTokenizer.Read(rule));
        PqlExpression expression = parser.Or();
        if (parser.Current.Kind != PqlTokenKind.End)
            throw parser.Unexpected();
        return expression;
    }

    private PqlExpression Or()
    {
        PqlExpression left = And();
        while (Accept("or"))
            left = new PqlBinary("or", left, And());
        return left;
    }

    private PqlExpression And()
    {
        PqlExpression left = Not();
        while (Accept("and"))
            left = new PqlBinary("and", left, Not());
        return left;
    }

    private PqlExpression Not() => Accept("not") ? new PqlNot(Not()) : Comparison();

    private PqlExpression Comparison()
    {
        PqlExpression left = Sum();
        string? symbol = Comparisons.FirstOrDefault(Current.Is);
        if (symbol is not null)
        {
            _next++;
            return new PqlBinary(symbol == "<>" ? "!=" : symbol, left, Sum());
        }
        return Accept("in") ? new PqlIn(left, List()) : left;
    }

    private PqlExpression Sum()
    {
        PqlExpression left = Product();
        while (Current.Is("+") || Current.Is("-"))
            left = new PqlBinary(_tokens[_next++].Text, left, Product());
        return left;
    }

    private PqlExpression Product()
    {
        PqlExpression left = Operand();
        while (Current.Is("*") || Current.Is("/"))
            left = new PqlBinary(_tokens[_next++].Text, left, Operand());
        return left;
    }

    private PqlExpression Operand()
    {
        PqlToken token = Current;
        switch (token.Kind)
        {
            case PqlTokenKind.Number:
                _next++;
                return new PqlLiteral(Number(token));
            case PqlTokenKind.Text:
                _next++;
                return new PqlLiteral(token.Text);
            case PqlTokenKind.Name:
                _next++;
                return Named(token);
        }
        if (Accept("-"))
            return new PqlBinary("-", new PqlLiteral(0d), Operand());
        if (Accept("("))
        {
            PqlExpression inner = Or();
            Expect(")");
            return inner;
        }
        throw Unexpected();
    }

    private PqlExpression Named(PqlToken token)
    {
        if (token.Is("true") || token.Is("false"))
            return new PqlLiteral(token.Is("true"));
        if (!Accept("("))
            return new PqlAttribute(token.Text, token.Position);
        int dot = token.Text.LastIndexOf('.');
        string function = token.Text[(dot + 1)..];
        if (dot > 0 && function is "exists" or "isNull" or "isNotNull")
        {
            Expect(")");
            return new PqlExists(new PqlAttribute(token.Text[..dot], token.Position), function != "isNull");
        }
        throw new PqlException($"The function {function}() is not supported by the local platform", token.Position);
    }

    private List<PqlExpression> List()
    {
        string close = Current.Is("(") ? ")" : "]";
        Expect(close == ")" ? "(" : "[");
        var items = new List<PqlExpression> { Sum() };
        while (Accept(","))
            items.Add(Sum());
        Expect(close);
        return items;
    }

    private static double Number(PqlToken token) => double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        ? number
        : throw new PqlException($"'{token.Text}' is not a number", token.Position);

    private bool Accept(string word)
    {
        if (!Current.Is(word))
            return false;
        _next++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Accept(symbol))
            throw new PqlException($"'{symbol}' is expected{(Current.Kind == PqlTokenKind.End ? "" : $" before '{Current.Text}'")}", Current.Position);
    }

    private PqlException Unexpected() => Current.Kind == PqlTokenKind.End
        ? new PqlException("The rule ends too early", Current.Position)
        : new PqlException($"'{Current.Text}' is not expected", Current.Position);
}
