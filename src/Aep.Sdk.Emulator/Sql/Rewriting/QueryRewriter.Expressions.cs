using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <content>Words, operators, casts, subscripts and function calls.</content>
internal sealed partial class QueryRewriter
{
    private int Word(int index, int to, QueryScope scope)
    {
        if (IsCatalogFunction(index, to))
            return Replace(index, index + 2, "");
        if (_tokens.AreWords(index, "OPERATOR") && _tokens.IsSymbol(index + 1, "(") && _tokens.Is(index + 2, "pg_catalog")
            && _tokens.IsSymbol(index + 5, ")"))
            return Match(index, index + 6, index + 4, to, scope) ?? Replace(index, index + 6, _tokens.Text(index + 4));
        if (_tokens.Is(index, "COLLATE") && _tokens.Is(index + 1, "pg_catalog") && _tokens.IsSymbol(index + 2, "."))
            return Replace(index, index + 4, "");
        if (IsTimeWindow(index) && TimeWindowColumn(index, to, scope) is int after)
            return after;
        if (_tokens.Is(index, "INTERVAL") && SumOfUnits(index, to) is int summed)
            return summed;
        if (StartsRows(index, scope))
            return Rows(index, to, scope);
        if (_tokens.Is(index, "EXCEPT") && _tokens.IsSymbol(index - 1, "*") && _tokens.IsSymbol(index + 1, "(") && !StartsQuery(index + 2))
            return Replace(index, index + 1, "EXCLUDE");
        if (_tokens.Is(index, "USING") && (_tokens.IsSymbol(index + 1, "<") || _tokens.IsSymbol(index + 1, ">")))
            return Replace(index, index + 2, _tokens.IsSymbol(index + 1, "<") ? "ASC" : "DESC");
        if (_tokens.IsAny(index, "LEFT", "RIGHT") && IsName(index))
            return Replace(index, index + 1, DuckDb.Identifier(_tokens.Text(index)));
        if (scope.IsQuery && Clause(index, scope) is int next)
            return next;
        if (_tokens.Is(index, "WITH") && _tokens.IsAny(index + 1, "ROLLUP", "CUBE"))
            return Replace(index, index + 2, ")");
        if (scope.IsQuery && _tokens.Is(index, "WITH"))
            return CommonTables(index, to, scope);
        if (scope.InSelectList && BareAlias.IsAt(_tokens, index, to))
            return Replace(index, index + 1, $"AS {DuckDb.Identifier(_tokens.Text(index))}");
        if (_tokens.Is(index, "WITHAPPROXIMATE"))
            return Replace(index, index + 1, "");
        if (scope.InFrom && _tokens.AreWords(index, "LATERAL", "VIEW"))
            return LateralView(index, to, scope);
        if (index + 1 >= to || !_tokens.IsSymbol(index + 1, "("))
            return Operator(index, to, scope);
        if (_tokens.IsSymbol(index - 1, ".") && !(_tokens.Is(index - 2, "pg_catalog") && _tokens.Is(index, "pg_get_viewdef")))
        {
            FunctionTable.CheckSupported(_tokens.Text(index).ToLowerInvariant(), _tokens[index].Start);
            return Copy(index);
        }
        return IsOperator(index) ? Operator(index, to, scope) : Call(index, to, scope);
    }

    // (left, right) -> left - right: words of the engine's grammar that are names where an operand stands.
    private bool IsName(int index) => !EndsOperand(index - 1) && !_tokens.IsSymbol(index - 1, ".")
        && !_tokens.IsSymbol(index + 1, "(") && !_tokens.IsAny(index + 1, "JOIN", "OUTER", "SEMI", "ANTI");

    // Words between two operands, and words that are values.
    private int Operator(int index, int to, QueryScope scope)
    {
        bool infix = EndsOperand(index - 1) || _tokens.Is(index - 1, "NOT");
        if (infix && _tokens.IsAny(index, "RLIKE", "REGEXP") && index + 1 < to)
        {
            int end = Operand(index + 1, to);
            return Replace(index, end, Contains("", (index + 1)..end, scope));
        }
        if (infix && _tokens.Is(index, "DIV"))
            return Replace(index, index + 1, "//");
        if (infix && _tokens.IsAny(index, "LIKE", "ILIKE") && Like(index, to, scope) is int next)
            return next;
        return _tokens.IsAny(index, "CURRENT_TIMESTAMP", "LOCALTIMESTAMP") && !_tokens.IsSymbol(index - 1, ".")
            ? Replace(index, index + 1, "now()")
            : Copy(index);
    }

    // x ~ 'pattern', as PostgreSQL writes RLIKE: ! before it negates, * after it makes no difference between large and small letters.
    private int? Match(int from, int operand, int symbol, int to, QueryScope scope)
    {
        string text = _tokens.Text(symbol);
        if (operand >= to || text is not ("~" or "!~" or "~*" or "!~*"))
            return null;
        int end = Operand(operand, to);
        string negation = text[0] == '!' ? "NOT " : "";
        return Replace(from, end, negation + Contains(text[^1] == '*' ? "i" : "", operand..end, scope));
    }

    // In a pattern of Spark and PostgreSQL a backslash escapes without being told to, in the engine it does not.
    private int? Like(int index, int to, QueryScope scope)
    {
        if (index + 1 >= to || _tokens.IsAny(index + 1, "ANY", "ALL", "SOME"))
            return null;
        int end = Operand(index + 1, to);
        while (end < to && (_tokens.IsSymbol(end, "||") || _tokens.IsSymbol(end, "::")))
            end = _tokens.IsSymbol(end, "::") ? SparkTypes.Read(_tokens, end + 1, to).End : Operand(end + 1, to);
        bool unescaped = Enumerable.Range(index + 1, end - index - 1).All(at =>
            _tokens.IsSymbol(at, "||") || (_tokens[at].Kind == SqlTokenKind.String && !_tokens.Text(at).Contains('\\')));
        if (unescaped || _tokens.Is(end, "ESCAPE"))
            return null;
        Copy(index);
        return Replace(index + 1, end, $"{Render((index + 1)..end, scope)} ESCAPE '\\'");
    }

    private string Contains(string flags, Range pattern, QueryScope scope) =>
        $"SIMILAR TO ('(?s:.*)(?{flags}:' || ({Render(pattern, scope)}) || ')(?s:.*)')";

    // Functions that a schema of the catalog qualifies have no schema in the engine.
    private bool IsCatalogFunction(int index, int to) =>
        index + 3 < to && _tokens.IsAny(index, "pg_catalog", "information_schema") && _tokens.IsSymbol(index + 1, ".")
            && _tokens.IsName(index + 2) && _tokens.IsSymbol(index + 3, "(");

    private bool IsOperator(int index) =>
        _tokens.IsAny(index, "RLIKE", "REGEXP", "DIV", "LIKE", "ILIKE") && (EndsOperand(index - 1) || _tokens.Is(index - 1, "NOT"));

    private int Symbol(int index, int to, QueryScope scope) => _tokens.Text(index) switch
    {
        "(" => Parenthesis(index, to, scope),
        "[" => Bracket(index, to, scope),
        "::" => PostfixCast(index, to),
        "," when scope.InFrom => ExpectTable(index, scope),
        "<=>" => Replace(index, index + 1, "IS NOT DISTINCT FROM"),
        "!" when index + 1 < to && !EndsOperand(index - 1) => Not(index, to, scope),
        "~" or "!~" or "~*" or "!~*" when EndsOperand(index - 1) && Match(index, index + 1, index, to, scope) is int next => next,
        "^" => ExclusiveOr(index, to, scope),
        "+" or "-" when DateShift(index, to, scope) is int next => next,
        "*" when StructFields(index) => index + 1,
        "&" when And(index, to, scope) is int next => next,
        _ => Copy(index),
    };

    // = ANY (…) and LIKE ANY (…) compare with each of several values; any other is the aggregate.
    private bool IsQuantifier(int index) => StartsQuery(index + 2) || _tokens.IsAny(index - 1, "LIKE", "ILIKE")
        || IsOneOf(index - 1, "=", "==", "<>", "!=", "<", ">", "<=", ">=");

    // t.s.* are the fields of a struct: the engine knows this of s.* only. What is written as t.s. becomes unnest(t.s).
    private bool StructFields(int index)
    {
        int from = index - 1;
        while (_tokens.IsSymbol(from, ".") && _tokens.IsName(from - 1))
            from -= 2;
        if (index - from <= 3 || _context.Database.Contains(_tokens.Name(from + 1)) || !_starts.TryGetValue(from + 1, out int start))
            return false;
        string column = _output.ToString(start, _output.Length - start);
        _output.Length = start;
        _output.Append($"unnest({column.TrimEnd('.')})");
        _copied = _tokens[index].End;
        return true;
    }

    private int Not(int index, int to, QueryScope scope)
    {
        int end = Operand(index + 1, to);
        return Replace(index, end, $"(NOT ({Render((index + 1)..end, scope)}))");
    }

    // x::type casts all that stands before it as one operand.
    private int PostfixCast(int index, int to)
    {
        (string type, int end) = SparkTypes.Read(_tokens, index + 1, to);
        if (_tokens.Is(index - 1, "END"))
            return Replace(index, end, "::" + type);
        string operand = _output.ToString(_primary, _output.Length - _primary);
        _output.Length = _primary;
        _output.Append(type switch
        {
            "REGCLASS" => _references.RelationId(operand, index - 1),
            "REGTYPE" => CatalogTypes.TypeId(operand, _tokens[index - 1].Start),
            "REGPROC" => $"replace(CAST({operand} AS VARCHAR), 'pg_catalog.', '')",
            _ => SparkCasts.To(type, operand),
        });
        _copied = _tokens[end - 1].End;
        return end;
    }

    // A list, or an item of one or of a map. The catalog's are PostgreSQL's, which counts from 1; a key in quotes is one of a map.
    private int Bracket(int open, int to, QueryScope scope)
    {
        int close = _tokens.CloseBracket(open, to);
        bool isArray = _tokens.Is(open - 1, "ARRAY");
        bool isItem = EndsOperand(open - 1) && !isArray;
        int primary = isItem || isArray ? _primary : Next(open);
        if (!isItem || _fromOne || close == open + 1 || _tokens[open + 1].Kind == SqlTokenKind.String
            || _tokens.Contains(":", open + 1, close))
        {
            Copy(open);
            Walk(open + 1, close, new QueryScope(scope, isQuery: false));
            Copy(close);
        }
        else if (_tokens.Is(open - 1, "END"))
            throw SqlErrorException.NotSupported("an item of CASE … END without parentheses around it", _tokens[open].Start);
        else
        {
            string item = TypedMacros.Item(_output.ToString(primary, _output.Length - primary), Render((open + 1)..close, scope));
            _output.Length = primary;
            _output.Append(item);
            _copied = _tokens[close].End;
        }
        _primary = primary;
        return close + 1;
    }

    // list.field, of which all but the field has been written.
    private int ItemField(int index)
    {
        string list = _output.ToString(_primary, _output.Length - _primary).TrimEnd().TrimEnd('.');
        _output.Length = _primary;
        _output.Append($"list_transform({list}, lambda item: struct_extract(item, {DuckDb.Literal(_tokens.Name(index))}))");
        _copied = _tokens[index].End;
        return index + 1;
    }

    private bool IsCall(int open) => open > 0 && _tokens.IsName(open - 1) && !Keywords.EndsNoOperand(_tokens, open - 1);

    private bool EndsOperand(int index) =>
        index >= 0 && (_tokens.IsSymbol(index, ")") || _tokens.IsSymbol(index, "]") || _tokens[index].Kind is SqlTokenKind.String
        or SqlTokenKind.Number or SqlTokenKind.Parameter or SqlTokenKind.Variable
            || (_tokens.IsName(index) && !Keywords.EndsNoOperand(_tokens, index)));

    /// <summary>
    /// The token after the operand that begins here: a name, a literal, a call or a parenthesis, with what hangs on to it.
    /// </summary>
    private int Operand(int index, int to)
    {
        int end = _tokens.IsSymbol(index, "(") ? _tokens.Close(index, to) + 1 : index + 1;
        while (end < to)
        {
            if (_tokens.IsSymbol(end, "(") && _tokens.IsName(end - 1))
                end = _tokens.Close(end, to) + 1;
            else if (_tokens.IsSymbol(end, "["))
                end = _tokens.CloseBracket(end, to) + 1;
            else if (_tokens.IsSymbol(end, ".") && end + 1 < to)
                end += 2;
            else
                break;
        }
        return end;
    }

    private FunctionCall ReadCall(int index, int to, QueryScope scope) => new(_tokens, index, to, range => Render(range, scope));

    private int Call(int index, int to, QueryScope scope)
    {
        int close = _tokens.Close(index + 1, to);
        string name = _tokens.Text(index).ToLowerInvariant();
        switch (name)
        {
            case "history_meta":
                return Replace(index, close + 1, MetadataTables.History(_references.Argument(_tokens.Arguments(index + 1, close), index)));
            case "sample_meta":
                SqlTable sampled = _references.Argument(_tokens.Arguments(index + 1, close), index);
                return Replace(index, close + 1, MetadataTables.Samples(_context.Tables.Samples(sampled)));
            case "grouping_id" when close == index + 2:
                return Replace(index, close + 1, GroupingId(index, scope));
            case "pg_get_viewdef":
                string relation = Render(_tokens.Arguments(index + 1, close)[0], scope);
                return Replace(index, close + 1,
                    $"(SELECT definition FROM ({CatalogFacts.Relations(_context.Tables)}) AS relations WHERE oid = {relation})");
            case "table_exists":
                return Replace(index, close + 1, _references.Exists(_tokens.Arguments(index + 1, close), index) ? "true" : "false");
        }
        if (Generators.Has(name))
            return scope.InSelectList
                ? Generator(index, to, scope)
                : throw SqlErrorException.NotSupported($"{name} outside of SELECT and LATERAL VIEW", _tokens[index].Start);
        if ((name == "array" && StartsQuery(index + 2)) || (name is "any" or "some" && IsQuantifier(index)))
            return Copy(index);
        FunctionTable.CheckSupported(name, _tokens[index].Start);
        if (FunctionTable.Find(name) is not FunctionTranslation translate || !HigherOrderFunctions.IsCall(_tokens, index, close))
            return Copy(index);
        FunctionCall call = ReadCall(index, to, scope);
        return Replace(index, call.End, translate(call));
    }

    // explode(x) [AS] a, posexplode(x) AS (a, b)
    private int Generator(int index, int to, QueryScope scope)
    {
        FunctionCall call = ReadCall(index, to, scope);
        int at = call.End;
        List<string> aliases = [];
        bool named = at < to && _tokens.Is(at, "AS");
        at += named ? 1 : 0;
        if (named && _tokens.IsSymbol(at, "("))
        {
            int close = _tokens.Close(at, to);
            aliases.AddRange(_tokens.Arguments(at, close).Select(range => _tokens.Name(range.Start.Value)));
            at = close + 1;
        }
        else if (at < to && _tokens.IsName(at) && (named || !_tokens.IsAny(at, "FROM", "WHERE", "LIMIT", "UNION", "ORDER", "LATERAL")))
            aliases.Add(_tokens.Name(at++));
        return Replace(index, at, Generators.Columns(call, aliases));
    }
}
