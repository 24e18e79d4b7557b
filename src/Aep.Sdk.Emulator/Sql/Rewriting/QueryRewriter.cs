using System.Text;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// Translates a query of Query Service into DuckDB's dialect, token by token. Everything that needs no translation is copied as it stands,
/// so literals, comments and the engine's own error texts stay recognisable.
/// </summary>
internal sealed class QueryRewriter
{
    private readonly SqlTokens _tokens;
    private readonly RewriteContext _context;
    private readonly TableReferences _references;
    private readonly bool _approximate;
    private StringBuilder _output = new();
    private int _copied;

    private QueryRewriter(SqlStatement statement, RewriteContext context)
    {
        _tokens = statement.Tokens;
        _context = context;
        _references = new TableReferences(_tokens, context);
        for (int index = statement.From; index < statement.To; index++)
            _approximate |= _tokens.Is(index, "WITHAPPROXIMATE");
    }

    public static string Rewrite(SqlStatement statement, RewriteContext context)
    {
        var rewriter = new QueryRewriter(statement, context);
        return rewriter.Render(statement.From, statement.To, new QueryScope(null, isQuery: true));
    }

    /// <summary>Rewrites a part into a text of its own.</summary>
    private string Render(int from, int to, QueryScope scope)
    {
        (StringBuilder output, int copied) = (_output, _copied);
        (_output, _copied) = (new StringBuilder(), _tokens[from].Start);
        Walk(from, to, scope);
        string text = _output.ToString();
        (_output, _copied) = (output, copied);
        return text;
    }

    private string Render(Range range, QueryScope scope) =>
        Render(range.Start.Value, range.End.Value, new QueryScope(scope, isQuery: false));

    private void Walk(int from, int to, QueryScope scope)
    {
        int index = from;
        while (index < to)
            index = Step(index, to, scope);
    }

    /// <summary>Writes what stands at a token and answers with the token after it.</summary>
    private int Step(int index, int to, QueryScope scope)
    {
        SqlToken token = _tokens[index];
        if (scope.ExpectsTable && _tokens.IsName(index) && !_tokens.IsAny(index, "LATERAL", "SELECT", "WITH", "VALUES"))
            return Table(index, to, scope);
        return token.Kind switch
        {
            SqlTokenKind.Word => Word(index, to, scope),
            SqlTokenKind.BacktickName => Replace(index, index + 1, DuckDb.Identifier(_tokens.Name(index))),
            SqlTokenKind.Variable => Replace(index, index + 1, _references.Variable(index)),
            SqlTokenKind.Parameter => Replace(index, index + 1, TakesConstant(index) ? _references.Parameter(index).Plain : _references.Parameter(index).Typed),
            SqlTokenKind.BlockQuote => throw _tokens.SyntaxError(index),
            SqlTokenKind.String when scope.ExpectsTable => throw _tokens.SyntaxError(index),
            SqlTokenKind.Symbol when _tokens.IsSymbol(index, "(") => Parenthesis(index, to, scope),
            SqlTokenKind.Symbol when _tokens.IsSymbol(index, ",") && scope.InFrom => ExpectTable(index, scope),
            _ => Copy(index),
        };
    }

    private bool TakesConstant(int index) => _tokens.IsAny(index - 1, "LIMIT", "OFFSET");

    private int Word(int index, int to, QueryScope scope)
    {
        if (scope.IsQuery && Clause(index, scope) is int next)
            return next;
        if (scope.IsQuery && _tokens.Is(index, "WITH"))
            return CommonTables(index, to, scope);
        if (scope.InSelectList && BareAlias.IsAt(_tokens, index, to))
            return Replace(index, index + 1, $"AS {DuckDb.Identifier(_tokens.Text(index))}");
        if (_tokens.Is(index, "WITHAPPROXIMATE"))
            return Replace(index, index + 1, "");
        bool isCall = index + 1 < to && _tokens.IsSymbol(index + 1, "(");
        if (isCall && _tokens.IsSymbol(index - 1, "."))
            AdobeFunctions.CheckSupported(_tokens.Text(index), _tokens[index].Start);
        return isCall && !_tokens.IsSymbol(index - 1, ".") ? Call(index, to, scope) : Copy(index);
    }

    /// <summary>Follows the clauses of a SELECT. Null when the word starts none.</summary>
    private int? Clause(int index, QueryScope scope)
    {
        bool distinctFrom = _tokens.Is(index - 1, "DISTINCT") && _tokens.IsAny(index - 2, "IS", "NOT");
        if (_tokens.IsAny(index, "FROM", "JOIN") && !distinctFrom)
        {
            (scope.InSelectList, scope.InFrom) = (false, true);
            return ExpectTable(index, scope);
        }
        if (_tokens.Is(index, "LATERAL") && _tokens.Is(index + 1, "VIEW"))
            throw SqlErrorException.NotSupported("LATERAL VIEW", _tokens[index].Start);
        if (_tokens.Is(index, "MINUS") && (_tokens.IsAny(index + 1, "SELECT", "ALL", "DISTINCT") || _tokens.IsSymbol(index + 1, "(")))
        {
            scope.InFrom = false;
            return Replace(index, index + 1, "EXCEPT");
        }
        if (!_tokens.IsAny(index, "SELECT", "WHERE", "GROUP", "HAVING", "WINDOW", "QUALIFY", "ORDER", "LIMIT", "OFFSET", "UNION", "EXCEPT", "INTERSECT"))
            return null;
        scope.InFrom = scope.ExpectsTable = false;
        scope.InSelectList = _tokens.Is(index, "SELECT");
        return Copy(index);
    }

    private int ExpectTable(int index, QueryScope scope)
    {
        scope.ExpectsTable = true;
        return Copy(index);
    }

    // WITH a AS (…), b (x, y) AS (…): a name is known to what follows its body, not to the body itself.
    private int CommonTables(int index, int to, QueryScope scope)
    {
        bool recursive = _tokens.Is(index + 1, "RECURSIVE");
        int at = Copy(index);
        at = recursive ? Copy(at) : at;
        while (at < to && _tokens.IsName(at))
        {
            string name = _tokens.Name(at);
            if (recursive)
                scope.AddCommonTable(name);
            at = Step(at, to, new QueryScope(scope, isQuery: false));
            while (at < to && !(_tokens.IsSymbol(at, "(") && StartsQuery(at + 1)))
                at = Step(at, to, new QueryScope(scope, isQuery: false));
            if (at >= to)
                throw _tokens.SyntaxError(to);
            at = Parenthesis(at, to, scope);
            scope.AddCommonTable(name);
            if (!_tokens.IsSymbol(at, ","))
                break;
            at = Copy(at);
        }
        return at;
    }

    private bool StartsQuery(int index) => _tokens.IsAny(index, "SELECT", "WITH", "VALUES", "FROM", "TABLE");

    private int Parenthesis(int open, int to, QueryScope scope)
    {
        int close = _tokens.Close(open, to);
        bool joinGroup = scope.ExpectsTable && !StartsQuery(open + 1);
        bool isQuery = joinGroup || StartsQuery(open + 1) || (scope.IsQuery && _tokens.IsSymbol(open + 1, "(") && StartsQuery(open + 2) && !scope.InFrom);
        var inner = new QueryScope(scope, isQuery) { InFrom = joinGroup, ExpectsTable = joinGroup };
        scope.ExpectsTable = false;
        Copy(open);
        Walk(open + 1, close, inner);
        return Copy(close);
    }

    private int Table(int index, int to, QueryScope scope)
    {
        scope.ExpectsTable = false;
        TableReference reference = _references.Read(index, to);
        if (reference.IsFunction)
        {
            _references.CheckTableFunction(reference);
            return Word(index, to, new QueryScope(scope, isQuery: false));
        }
        if (reference.Parts.Count == 1 && scope.IsCommonTable(reference.Name))
            return Replace(index, index + 1, DuckDb.Identifier(reference.Name));
        string relation = _references.Relation(reference, _approximate);
        // The snapshot clause may stand before or after the alias; an alias there must survive.
        string alias = reference.Alias ?? reference.Name;
        return Replace(index, reference.End, $"{relation} AS {DuckDb.Identifier(alias)}");
    }

    private int Call(int index, int to, QueryScope scope)
    {
        int close = _tokens.Close(index + 1, to);
        List<Range> arguments = _tokens.Arguments(index + 1, close);
        string name = _tokens.Text(index).ToLowerInvariant();
        switch (name)
        {
            case "time_between_previous_match" or "time_between_next_match":
                int end = AdobeFunctions.WindowEnd(_tokens, close, to);
                string window = Render(close + 1, end, new QueryScope(scope, isQuery: false));
                return Replace(index, end, AdobeFunctions.TimeBetween(_tokens, index, [.. arguments.Select(range => Render(range, scope))], window));
            case "history_meta":
                return Replace(index, close + 1, MetadataTables.History(_references.Argument(arguments, index)));
            case "sample_meta":
                SqlTable sampled = _references.Argument(arguments, index);
                return Replace(index, close + 1, MetadataTables.Samples(_context.Tables.Samples(sampled)));
            case "table_exists":
                return Replace(index, close + 1, _references.Exists(arguments, index) ? "true" : "false");
            case "struct":
                return Replace(index, close + 1, $"struct_pack({string.Join(", ", arguments.Select((range, position) => StructField(range, position, scope)))})");
            default:
                AdobeFunctions.CheckSupported(name, _tokens[index].Start);
                return Copy(index);
        }
    }

    // Spark's struct(expression AS name, column) is DuckDB's struct_pack(name := expression, column := column).
    private string StructField(Range range, int position, QueryScope scope)
    {
        (int from, int to) = (range.Start.Value, range.End.Value);
        if (to - from >= 3 && _tokens.Is(to - 2, "AS"))
            return $"{DuckDb.Identifier(_tokens.Name(to - 1))} := {Render(from..(to - 2), scope)}";
        string name = _tokens.IsName(to - 1) ? _tokens.Name(to - 1) : $"col{position + 1}";
        return $"{DuckDb.Identifier(name)} := {Render(range, scope)}";
    }

    private int Copy(int index)
    {
        _output.Append(_tokens.Sql, _copied, _tokens[index].End - _copied);
        _copied = _tokens[index].End;
        return index + 1;
    }

    private int Replace(int from, int to, string text)
    {
        _output.Append(_tokens.Sql, _copied, _tokens[from].Start - _copied).Append(text);
        _copied = _tokens[to - 1].End;
        return to;
    }
}
