namespace Aep.Sdk.Emulator.Sql;

/// <content>
/// The operators of bits. In Spark <c>&amp;</c> binds more tightly than <c>^</c>, and that more tightly than <c>|</c>; in the engine
/// <c>&amp;</c> and <c>|</c> are equals, and <c>^</c> is a power.
/// </content>
internal sealed partial class QueryRewriter
{
    // Symbols between two operands that bind less tightly than the operators of bits, or end the expression.
    private static readonly HashSet<string> Looser = new(StringComparer.Ordinal)
    {
        "=", "==", "<", ">", "<=", ">=", "<>", "!=", "<=>", ",", ";", "->", "=>", ":=", ":", "~", "!~", "~*", "!~*", "~~", "!~~", "&&", "!",
        "(", "[", "{", ")", "]", "}", "|",
    };

    // Where each token begins in the output: what stands before an operator is rewritten again from there.
    private Dictionary<int, int> _starts = [];

    // What tools ask the catalog is PostgreSQL's SQL, where it is a power as in the engine.
    private int ExclusiveOr(int index, int to, QueryScope scope)
    {
        if (_fromOne)
            return Copy(index);
        if (!EndsOperand(index - 1) || index + 1 >= to)
            throw _tokens.SyntaxError(index);
        return ReplaceBits(BitsFrom(index), index, BitsTo(index + 1, to, "^"), (first, second) => $"xor({first}, {second})", scope)
            ?? throw SqlErrorException.NotSupported("the operator ^ after such an operand", _tokens[index].Start);
    }

    // Only behind a | do the two dialects differ.
    private int? And(int index, int to, QueryScope scope)
    {
        int left = BitsFrom(index);
        if (!EndsOperand(index - 1) || !_tokens.IsSymbol(left - 1, "|"))
            return null;
        return ReplaceBits(left, index, BitsTo(index + 1, to, "^", "&"), (first, second) => $"({first} & {second})", scope);
    }

    private int? ReplaceBits(int left, int index, int end, Func<string, string, string> write, QueryScope scope)
    {
        if (!_starts.TryGetValue(left, out int start) || end == index + 1)
            return null;
        string first = _output.ToString(start, _output.Length - start), second = Render((index + 1)..end, scope);
        _output.Length = start;
        _primary = start;
        _output.Append(write(first, second));
        _copied = _tokens[end - 1].End;
        return end;
    }

    // The first token of the operand before an operator of bits: all that binds more tightly, and the operators of the same rank.
    private int BitsFrom(int index) => OperandFrom(index, EndsBits);

    private int OperandFrom(int index, Predicate<int> ends)
    {
        int depth = 0, at = index - 1;
        for (; at >= 0; at--)
        {
            if (depth == 0 && !Closes(at) && (ends(at) || Opens(at)))
                break;
            depth += Closes(at) ? 1 : Opens(at) ? -1 : 0;
        }
        return at + 1;
    }

    private int BitsTo(int from, int to, params ReadOnlySpan<string> sameRank)
    {
        int depth = 0, at = from;
        for (; at < to; at++)
        {
            if (depth == 0 && at > from && !Opens(at) && (EndsBits(at) || IsAlias(at) || IsOneOf(at, sameRank)))
                break;
            depth += Opens(at) ? 1 : Closes(at) ? -1 : 0;
        }
        return at;
    }

    private bool Opens(int at) => IsOneOf(at, "(", "[", "{") || (_tokens.Is(at, "CASE") && !_tokens.IsSymbol(at - 1, "."));

    private bool Closes(int at) => IsOneOf(at, ")", "]", "}") || (_tokens.Is(at, "END") && !_tokens.IsSymbol(at - 1, "."));

    private bool IsOneOf(int at, params ReadOnlySpan<string> symbols)
    {
        foreach (string symbol in symbols)
        {
            if (_tokens.IsSymbol(at, symbol))
                return true;
        }
        return false;
    }

    // A name directly behind an operand is its alias, or the word of the next clause.
    private bool IsAlias(int at) => _tokens.IsName(at) && EndsOperand(at - 1) && !_tokens.IsAny(at, "DIV", "OVER", "FILTER");

    private bool EndsBits(int at) => _tokens[at].Kind switch
    {
        SqlTokenKind.Symbol => Looser.Contains(_tokens.Text(at)) && !(_tokens.IsSymbol(at, "~") && !EndsOperand(at - 1)),
        SqlTokenKind.Word => Keywords.EndsNoOperand(_tokens, at) && !_tokens.IsAny(at, "DIV", "CASE", "OVER", "FILTER", "INTERVAL"),
        _ => false,
    };
}
