using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <content>Clauses, common tables and what FROM names.</content>
internal sealed partial class QueryRewriter
{
    /// <summary>Follows the clauses of a SELECT. Null when the word starts none.</summary>
    private int? Clause(int index, QueryScope scope)
    {
        bool distinctFrom = _tokens.Is(index - 1, "DISTINCT") && _tokens.IsAny(index - 2, "IS", "NOT");
        if (_tokens.IsAny(index, "FROM", "JOIN") && !distinctFrom)
        {
            (scope.InSelectList, scope.InFrom) = (false, true);
            return ExpectTable(index, scope);
        }
        if (_tokens.IsAny(index, "LEFT") && _tokens.IsAny(index + 1, "SEMI", "ANTI") && _tokens.Is(index + 2, "JOIN"))
            return Replace(index, index + 1, "");
        if (_tokens.Is(index, "MINUS") && (_tokens.IsAny(index + 1, "SELECT", "ALL", "DISTINCT") || _tokens.IsSymbol(index + 1, "(")))
        {
            scope.InFrom = false;
            return Replace(index, index + 1, "EXCEPT");
        }
        bool partitions = _tokens.IsAny(index, "SORT", "CLUSTER", "DISTRIBUTE") && _tokens.Is(index + 1, "BY");
        if (!partitions && !_tokens.IsAny(
            index, "SELECT", "WHERE", "GROUP", "HAVING", "WINDOW", "QUALIFY", "ORDER", "LIMIT", "OFFSET", "UNION", "EXCEPT", "INTERSECT"))
            return null;
        scope.InFrom = scope.ExpectsTable = false;
        scope.InSelectList = _tokens.Is(index, "SELECT");
        if (scope.InSelectList)
        {
            scope.Select = index;
            NameColumns(index);
        }
        return partitions ? Partitioned(index) : Grouping(index) ?? Copy(index);
    }

    // What tools ask the catalog is PostgreSQL's SQL, with its names.
    private void NameColumns(int select)
    {
        if (_fromOne || !_context.NamesColumns)
            return;
        foreach ((int end, string name) in SelectItems.Unnamed(_tokens, select, _to))
            _names[end] = name;
    }

    // Rows are not spread over machines here: SORT BY and CLUSTER BY order them all, DISTRIBUTE BY changes nothing.
    private int Partitioned(int index) => _tokens.Is(index, "DISTRIBUTE")
        ? Replace(index, ClauseEnd(index + 2), "")
        : Replace(index, index + 1, "ORDER");

    // The next word of the same query that a list of expressions does not go on behind.
    private int ClauseEnd(int index)
    {
        int depth = 0;
        for (; index < _tokens.Count && depth >= 0; index++)
        {
            if (depth == 0 && (_tokens.IsSymbol(index, ";") || _tokens.IsAny(
                index, "WITH", "HAVING", "WINDOW", "QUALIFY", "ORDER", "SORT", "LIMIT", "OFFSET", "UNION", "EXCEPT", "INTERSECT", "MINUS")))
                return index;
            depth += _tokens.IsSymbol(index, "(") ? 1 : _tokens.IsSymbol(index, ")") ? -1 : 0;
        }
        return depth < 0 ? index - 1 : index;
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
        int primary = IsCall(open) ? _primary : Next(open);
        bool joinGroup = scope.ExpectsTable && !StartsQuery(open + 1);
        bool isQuery = joinGroup || StartsQuery(open + 1)
            || (scope.IsQuery && _tokens.IsSymbol(open + 1, "(") && StartsQuery(open + 2) && !scope.InFrom);
        var inner = new QueryScope(scope, isQuery) { InFrom = joinGroup, ExpectsTable = joinGroup };
        scope.ExpectsTable = false;
        Copy(open);
        Walk(open + 1, close, inner);
        Copy(close);
        _primary = primary;
        return close + 1;
    }

    private int Table(int index, int to, QueryScope scope)
    {
        scope.ExpectsTable = false;
        TableReference reference = _references.Read(index, to);
        if (reference.IsFunction)
        {
            _references.CheckTableFunction(reference);
            if (IsCatalogFunction(index, to))
                return Replace(index, index + 2, "");
            return Word(index, to, new QueryScope(scope, isQuery: false));
        }
        if (reference.Parts.Count == 1 && scope.IsCommonTable(reference.Name))
            return Replace(index, index + 1, DuckDb.Identifier(reference.Name));
        string relation = _references.Relation(reference, _approximate);
        // The snapshot clause may stand before or after the alias; an alias there must survive.
        string alias = reference.Alias ?? reference.Name;
        return Replace(index, reference.End, $"{relation} AS {DuckDb.Identifier(alias)}");
    }

    // LATERAL VIEW [OUTER] generator(…) [table] [AS] column, …
    private int LateralView(int index, int to, QueryScope scope)
    {
        bool outer = _tokens.Is(index + 2, "OUTER");
        int at = index + (outer ? 3 : 2);
        if (!_tokens.IsName(at) || !_tokens.IsSymbol(at + 1, "("))
            throw _tokens.SyntaxError(at);
        FunctionCall call = ReadCall(at, to, scope);
        at = call.End;
        string table = at < to && _tokens.IsName(at) && !_tokens.Is(at, "AS") && !TableReferences.EndsTable(_tokens, at)
            ? _tokens.Name(at++)
            : $"lateral_view_{index}";
        List<string> columns = [];
        if (at < to && _tokens.Is(at, "AS"))
        {
            do
                columns.Add(_tokens.IsName(++at) ? _tokens.Name(at++) : throw _tokens.SyntaxError(at));
            while (at < to && _tokens.IsSymbol(at, ",") && _tokens.IsName(at + 1) && !_tokens.IsSymbol(at + 2, "."));
        }
        string rows = $"LATERAL (SELECT {Generators.Columns(call, columns)}) AS {DuckDb.Identifier(table)}";
        return Replace(index, at, outer ? $"LEFT JOIN {rows} ON true" : $"CROSS JOIN {rows}");
    }
}
