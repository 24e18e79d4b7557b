namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Reads a rule. Operators from the loosest to the tightest: or, and, not, comparison, + -, * / %, sign, member.</summary>
internal sealed partial class PqlParser
{
    private const int MaxDepth = 200;
    private const int MaxRow = 1000;
    private static readonly string[] Comparisons = ["=", "!=", "<>", "<", "<=", ">", ">="];
    private static readonly string[] WordComparisons = ["in", "notIn", "like"];
    private readonly PqlCursor _cursor;
    private int _depth;

    private PqlParser(List<PqlToken> tokens) => _cursor = new PqlCursor(tokens);

    /// <exception cref="PqlException">The rule cannot be read; the message says what and where.</exception>
    public static PqlNode Parse(string rule)
    {
        var parser = new PqlParser(PqlTokenizer.Read(rule));
        PqlNode node = parser.Expression();
        if (parser._cursor.Current.Kind != PqlTokenKind.End)
            throw parser._cursor.Unexpected();
        return node;
    }

    private PqlNode Expression()
    {
        if (_cursor.IsLambda())
            return Nested(Lambda);
        return _cursor.Current.Is("let") && _cursor.Peek(2).Is("=") ? Nested(Let) : Or();
    }

    private PqlLambda Lambda()
    {
        int position = _cursor.Current.Position;
        var names = new List<string>();
        if (_cursor.Accept("("))
        {
            do
                names.Add(_cursor.TakeName().Text);
            while (_cursor.Accept(","));
            _cursor.Expect(")");
        }
        else
        {
            names.Add(_cursor.TakeName().Text);
        }
        _cursor.Expect("=>");
        return new PqlLambda(names, Expression(), position);
    }

    private PqlLet Let()
    {
        int position = _cursor.Take().Position;
        string name = _cursor.TakeName().Text;
        _cursor.Expect("=");
        PqlNode value = Sum(); // a comparison would take the word "in" for itself
        _cursor.Expect("in");
        return new PqlLet(name, value, Expression(), position);
    }

    private PqlNode Or() => Row("or", And);

    private PqlNode And() => Row("and", Not);

    // One node for "a or b or c …": a long rule is not a deep one.
    private PqlNode Row(string word, Func<PqlNode> operand)
    {
        PqlNode first = operand();
        PqlToken token = _cursor.Current;
        if (!token.Is(word))
            return first;
        var operands = new List<PqlNode> { first };
        while (_cursor.Accept(word))
            operands.Add(operand());
        return new PqlCall(word, operands, token.Position);
    }

    private PqlNode Not()
    {
        PqlToken token = _cursor.Current;
        bool isField = token.Is("not") && _cursor.Peek(1).Is(".");
        return !isField && (_cursor.Accept("not") || _cursor.Accept("!"))
            ? new PqlCall("not", [Nested(Not)], token.Position)
            : Comparison();
    }

    private PqlNode Comparison()
    {
        PqlNode left = Sum();
        PqlToken token = _cursor.Current;
        if (token.Kind == PqlTokenKind.Symbol && Comparisons.FirstOrDefault(token.Is) is { } symbol)
            return Binary(symbol == "<>" ? "!=" : symbol, left, Sum);
        if (token.Kind == PqlTokenKind.Name && WordComparisons.FirstOrDefault(token.Is) is { } word)
            return Binary(word, left, word == "like" ? Sum : List);
        if (_cursor.Accept("occurs"))
            return new PqlOccurs(left, TimeTest(), token.Position);
        return left;
    }

    private PqlNode Sum()
    {
        PqlNode left = Product();
        for (int row = 0; _cursor.Current.Is("+") || _cursor.Current.Is("-"); row++)
            left = Binary(_cursor.Current.Text, left, Product, row);
        return left;
    }

    private PqlNode Product()
    {
        PqlNode left = Sign();
        for (int row = 0; _cursor.Current.Is("*") || _cursor.Current.Is("/") || _cursor.Current.Is("%"); row++)
            left = Binary(_cursor.Current.Text, left, Sign, row);
        return left;
    }

    private PqlNode Sign()
    {
        int position = _cursor.Current.Position;
        if (!_cursor.Accept("-"))
            return Member();
        return Nested(Sign) is var operand && operand is PqlLiteral { Value: double number }
            ? new PqlLiteral(-number, position)
            : new PqlCall("-", [new PqlLiteral(0d, position), operand], position);
    }

    // "a in (1, 2)" is accepted beside "a in [1, 2]".
    private PqlNode List()
    {
        PqlToken open = _cursor.Current;
        if (!open.Is("("))
            return open.Is("[") || open.Kind == PqlTokenKind.Name ? Sum() : throw _cursor.Expected("[");
        _cursor.Take();
        return new PqlListLiteral(Items(")"), open.Position);
    }

    private List<PqlNode> Items(string close)
    {
        var items = new List<PqlNode> { Expression() };
        while (_cursor.Accept(","))
            items.Add(Expression());
        _cursor.Expect(close);
        return items;
    }

    private PqlCall Binary(string function, PqlNode left, Func<PqlNode> right, int row = 0)
    {
        int position = CheckRow(row, _cursor.Take()).Position;
        return new PqlCall(function, [left, right()], position);
    }

    private static PqlToken CheckRow(int row, PqlToken token) =>
        row < MaxRow ? token : throw new PqlException($"More than {MaxRow} operators stand in one row", token.Position);

    // The parser calls itself: without a limit a rule could end the process.
    private T Nested<T>(Func<T> read)
    {
        if (++_depth > MaxDepth)
            throw new PqlException($"The rule is nested deeper than {MaxDepth} levels", _cursor.Current.Position);
        T inner = read();
        _depth--;
        return inner;
    }
}
