using System.Diagnostics.CodeAnalysis;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// An expression as Spark writes it where a column has no other name: <c>count(1)</c>, <c>(a + 1)</c>, <c>CAST(a AS INT)</c>; texts without
/// quotes, columns without their table. What it does not know stays as it is written.
/// </summary>
internal sealed partial class ExpressionText
{
    // Higher numbers bind more tightly.
    private const int Or = 1, And = 2, Not = 3, Comparison = 4, BitOr = 5, BitXor = 6, BitAnd = 7, Sum = 8, Product = 9, Unary = 10;

    private static readonly Dictionary<string, (int Rank, string Text)> Operators = new(StringComparer.OrdinalIgnoreCase)
    {
        ["OR"] = (Or, "OR"),
        ["AND"] = (And, "AND"),
        ["="] = (Comparison, "="),
        ["=="] = (Comparison, "="),
        ["<=>"] = (Comparison, "<=>"),
        ["<"] = (Comparison, "<"),
        [">"] = (Comparison, ">"),
        ["<="] = (Comparison, "<="),
        [">="] = (Comparison, ">="),
        ["|"] = (BitOr, "|"),
        ["^"] = (BitXor, "^"),
        ["&"] = (BitAnd, "&"),
        ["+"] = (Sum, "+"),
        ["-"] = (Sum, "-"),
        ["*"] = (Product, "*"),
        ["/"] = (Product, "/"),
        ["%"] = (Product, "%"),
        ["DIV"] = (Product, "div"),
    };

    private readonly SqlTokens _tokens;
    private readonly int _to;
    private int _at;

    private ExpressionText(SqlTokens tokens, int from, int to) => (_tokens, _at, _to) = (tokens, from, to);

    public static string Of(SqlTokens tokens, int from, int to)
    {
        var reader = new ExpressionText(tokens, from, to);
        try
        {
            string text = reader.Operation(Or);
            return reader._at == to ? text : tokens.Text(from, to);
        }
        catch (UnknownException)
        {
            return tokens.Text(from, to);
        }
    }

    private string Operation(int rank)
    {
        string left = Prefix();
        while (_at < _to)
        {
            if (Postfix(rank, left) is string postfix)
                left = postfix;
            else if (_tokens.IsSymbol(_at, "||") && rank <= Sum)
                left = Concatenation(left);
            else if (Operators.TryGetValue(_tokens.Text(_at), out (int Rank, string Text) operation) && operation.Rank >= rank)
            {
                _at++;
                left = $"({left} {operation.Text} {Operation(operation.Rank + 1)})";
            }
            else
                break;
        }
        return left;
    }

    private string Concatenation(string left)
    {
        List<string> parts = [left];
        while (_tokens.IsSymbol(_at, "||"))
        {
            _at++;
            parts.Add(Operation(Product));
        }
        return $"concat({string.Join(", ", parts)})";
    }

    // IS NULL, IN, BETWEEN, LIKE and their negations, and <>, which is one.
    private string? Postfix(int rank, string left)
    {
        if (rank > Comparison)
            return null;
        if (Take("<>") || Take("!="))
            return $"(NOT ({left} = {Operation(Comparison + 1)}))";
        if (Take("IS"))
        {
            bool not = Take("NOT");
            return Take("NULL") ? $"({left} IS {(not ? "NOT " : "")}NULL)" : throw new UnknownException();
        }
        bool negated = _tokens.Is(_at, "NOT") && _tokens.IsAny(_at + 1, "IN", "BETWEEN", "LIKE", "RLIKE");
        _at += negated ? 1 : 0;
        string? text = null;
        if (Take("IN"))
            text = $"({left} IN ({string.Join(", ", List())}))";
        else if (Take("BETWEEN"))
        {
            string low = Operation(Comparison + 1);
            Expect("AND");
            text = $"(({left} >= {low}) AND ({left} <= {Operation(Comparison + 1)}))";
        }
        else if (Take("LIKE"))
            text = $"{left} LIKE {Operation(Comparison + 1)}";
        else if (Take("RLIKE") || Take("REGEXP"))
            text = $"RLIKE({left}, {Operation(Comparison + 1)})";
        return negated ? $"(NOT {text})" : text;
    }

    private string Prefix()
    {
        if (_at >= _to)
            throw new UnknownException();
        if (Take("NOT") || Take("!"))
            return $"(NOT {Operation(Not)})";
        if (Take("+"))
            return $"(+ {Operation(Unary)})";
        if (!Take("-"))
            return Items(Primary());
        bool number = _tokens[_at].Kind == SqlTokenKind.Number;
        string operand = Operation(Unary);
        return number ? $"-{operand}" : $"(- {operand})";
    }

    // x[0], x.field, x::type
    private string Items(string operand)
    {
        while (_at < _to)
        {
            if (Take("["))
            {
                operand = $"{operand}[{Operation(Or)}]";
                Expect("]");
            }
            else if (_tokens.IsSymbol(_at, ".") && _at + 1 < _to && _tokens.IsName(_at + 1))
            {
                operand = $"{operand}.{_tokens.Name(_at + 1)}";
                _at += 2;
            }
            else if (Take("::"))
                operand = $"CAST({operand} AS {Type()})";
            else
                break;
        }
        return operand;
    }

    private string Type()
    {
        int from = _at;
        _at = SparkTypes.Read(_tokens, _at, _to).End;
        return _tokens.Text(from, _at).ToUpperInvariant();
    }

    private bool Take(string text)
    {
        bool taken = _at < _to && (_tokens.IsSymbol(_at, text) || _tokens.Is(_at, text));
        _at += taken ? 1 : 0;
        return taken;
    }

    private void Expect(string text)
    {
        if (!Take(text))
            throw new UnknownException();
    }

    [SuppressMessage("Design", "CA1032", Justification = "Thrown and caught here.")]
    private sealed class UnknownException : Exception;
}
