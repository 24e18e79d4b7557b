using System.Text;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// Translates a query of Query Service into DuckDB's dialect, token by token. Everything that needs no translation is copied as it stands,
/// so literals, comments and the engine's own error texts stay recognisable.
/// </summary>
internal sealed partial class QueryRewriter
{
    private readonly SqlTokens _tokens;
    private readonly RewriteContext _context;
    private readonly TableReferences _references;
    private readonly int _from;
    private readonly int _to;
    private readonly Dictionary<int, string> _names = [];
    private readonly bool _approximate;
    private readonly bool _fromOne;
    private StringBuilder _output = new();
    private int _copied;
    private int _primary;

    private QueryRewriter(SqlStatement statement, RewriteContext context)
    {
        (_tokens, _from, _to) = (statement.Tokens, statement.From, statement.To);
        _context = context;
        _references = new TableReferences(_tokens, context);
        for (int index = statement.From; index < statement.To; index++)
        {
            _approximate |= _tokens.Is(index, "WITHAPPROXIMATE");
            _fromOne |= _tokens.Is(index, "pg_catalog"); // what tools ask the catalog is PostgreSQL's SQL
        }
    }

    public static string Rewrite(SqlStatement statement, RewriteContext context)
    {
        var rewriter = new QueryRewriter(statement, context);
        return rewriter.Render(statement.From, statement.To, new QueryScope(null, isQuery: true));
    }

    /// <summary>Rewrites a part into a text of its own.</summary>
    private string Render(int from, int to, QueryScope scope)
    {
        (StringBuilder output, int copied, int primary, Dictionary<int, int> starts) = (_output, _copied, _primary, _starts);
        (_output, _copied, _primary, _starts) = (new StringBuilder(), _tokens[from].Start, 0, []);
        Walk(from, to, scope);
        string text = _output.ToString();
        (_output, _copied, _primary, _starts) = (output, copied, primary, starts);
        return text;
    }

    private string Render(Range range, QueryScope scope) =>
        Render(range.Start.Value, range.End.Value, new QueryScope(scope, isQuery: false));

    private void Walk(int from, int to, QueryScope scope)
    {
        int index = from;
        while (index < to)
        {
            NameColumn(index, scope);
            index = Step(index, to, scope);
        }
        NameColumn(to, scope);
    }

    // A column that the query gives no name ends before the token.
    private void NameColumn(int index, QueryScope scope)
    {
        if (scope.IsQuery && scope.InSelectList && _names.TryGetValue(index, out string? name))
            _output.Append(" AS ").Append(DuckDb.Identifier(name));
    }

    /// <summary>Writes what stands at a token and answers with the token after it.</summary>
    private int Step(int index, int to, QueryScope scope)
    {
        SqlToken token = _tokens[index];
        if (scope.ExpectsTable && _tokens.IsName(index) && !_tokens.IsAny(index, "LATERAL", "SELECT", "WITH", "VALUES"))
            return Table(index, to, scope);
        _starts[index] = Next(index);
        if (token.Kind != SqlTokenKind.Symbol && !_tokens.IsSymbol(index - 1, "."))
            _primary = Next(index);
        return token.Kind switch
        {
            SqlTokenKind.Word => Word(index, to, scope),
            SqlTokenKind.BacktickName => Replace(index, index + 1, DuckDb.Identifier(_tokens.Name(index))),
            SqlTokenKind.ItemField => ItemField(index),
            SqlTokenKind.Variable => Replace(index, index + 1, _references.Variable(index)),
            SqlTokenKind.Parameter => Replace(index, index + 1,
                TakesConstant(index) ? _references.Parameter(index).Plain : _references.Parameter(index).Typed),
            SqlTokenKind.BlockQuote => throw _tokens.SyntaxError(index),
            SqlTokenKind.String when scope.ExpectsTable => throw _tokens.SyntaxError(index),
            SqlTokenKind.Number when NumberLiteral.Typed(_tokens, index) is string number => Replace(index, index + 2, number),
            SqlTokenKind.Symbol => Symbol(index, to, scope),
            _ => Copy(index),
        };
    }

    private bool TakesConstant(int index) => _tokens.IsAny(index - 1, "LIMIT", "OFFSET");

    /// <summary>Where a token that is written next will begin in the output.</summary>
    private int Next(int index) => _output.Length + _tokens[index].Start - _copied;

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
