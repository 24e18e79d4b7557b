namespace Aep.Sdk.Emulator.Sql;

/// <content>Literals, columns, calls, CASE, CAST and windows.</content>
internal sealed partial class ExpressionText
{
    private static readonly string[] WithoutParentheses = ["CURRENT_DATE", "CURRENT_TIMESTAMP", "LOCALTIMESTAMP"];

    // Words that begin what is no column.
    private static readonly string[] NoColumn = ["SELECT", "WITH", "EXISTS", "INTERVAL", "ARRAY", "FROM"];

    private string Primary()
    {
        SqlToken token = _tokens[_at];
        switch (token.Kind)
        {
            case SqlTokenKind.String:
                return _tokens.StringValue(_at++) ?? throw new UnknownException();
            case SqlTokenKind.Number or SqlTokenKind.Parameter or SqlTokenKind.Variable:
                return _tokens.Text(_at++);
            case SqlTokenKind.Symbol when Take("("):
                if (_tokens.IsAny(_at, "SELECT", "WITH"))
                    return Subquery();
                string inner = Operation(Or);
                Expect(")");
                return inner;
        }
        if (!_tokens.IsName(_at) || (_tokens.IsAny(_at, NoColumn) && !_tokens.IsSymbol(_at + 1, "(")))
            throw new UnknownException();
        if (_tokens.Is(_at, "CASE"))
            return Case();
        if (_tokens.IsSymbol(_at + 1, "(") && token.Kind == SqlTokenKind.Word)
            return Call();
        if (_tokens.IsAny(_at, "NULL", "TRUE", "FALSE"))
            return _tokens.Is(_at, "NULL") && ++_at > 0 ? "NULL" : _tokens.Text(_at++).ToLowerInvariant();
        if (_tokens.IsAny(_at, WithoutParentheses))
            return _tokens.Text(_at++).ToLowerInvariant() + "()";
        if (_tokens.IsAny(_at, "DATE", "TIMESTAMP") && _at + 1 < _to && _tokens[_at + 1].Kind == SqlTokenKind.String)
            return $"{_tokens.Text(_at++).ToUpperInvariant()} {_tokens.Text(_at++)}";
        return Keywords.EndsNoOperand(_tokens, _at) ? throw new UnknownException() : Column();
    }

    private string Subquery()
    {
        _at = _tokens.Close(_at - 1, _to) + 1;
        return "scalarsubquery()";
    }

    // Without the table that qualifies it.
    private string Column()
    {
        if (_tokens.IsSymbol(_at + 1, ".") && _at + 2 < _to && _tokens.IsName(_at + 2) && IsTable(_tokens.Name(_at)))
            _at += 2;
        return _tokens.Name(_at++);
    }

    private bool IsTable(string name) => Enumerable.Range(1, _tokens.Count - 1).Any(
        index => _tokens.IsName(index) && _tokens.Name(index).Equals(name, StringComparison.OrdinalIgnoreCase) && NamesTable(index));

    // A name behind FROM or JOIN, or an alias of what stands there: of a table, or of a query or rows in parentheses.
    private bool NamesTable(int index)
    {
        if (_tokens.IsSymbol(index + 1, "."))
            return false;
        int before = _tokens.Is(index - 1, "AS") ? index - 2 : index - 1;
        if (_tokens.IsSymbol(before, ")"))
        {
            int open = before, depth = 0;
            do
                depth += _tokens.IsSymbol(open, ")") ? 1 : _tokens.IsSymbol(open, "(") ? -1 : 0;
            while (depth > 0 && --open >= 0);
            return _tokens.IsAny(open + 1, "SELECT", "WITH", "VALUES");
        }
        while (before > 1 && _tokens.IsName(before) && _tokens.IsSymbol(before - 1, "."))
            before -= 2;
        return _tokens.IsAny(index - 1, "FROM", "JOIN") || _tokens.IsAny(before - 1, "FROM", "JOIN");
    }

    private string Call()
    {
        string name = _tokens.Text(_at).ToLowerInvariant();
        if (name is "cast" or "try_cast")
            return Cast(name);
        if (name is "exists" or "array" && _tokens.IsAny(_at + 2, "SELECT", "WITH"))
            throw new UnknownException();
        _at++;
        name = name == "cardinality" ? "size" : name; // so it is in the samples of Adobe's page on higher-order functions
        bool distinct = _tokens.Is(_at + 1, "DISTINCT");
        List<string> arguments = List();
        string text = name == "if"
            ? $"(IF({string.Join(", ", arguments)}))"
            : $"{name}({(distinct ? "DISTINCT " : "")}{string.Join(", ", arguments)})";
        if (Take("FILTER"))
        {
            Expect("(");
            Expect("WHERE");
            text = $"{text} FILTER (WHERE {Operation(Or)})";
            Expect(")");
        }
        if (Take("IGNORE"))
            Expect("NULLS");
        return Take("OVER") ? $"{text} OVER {Window(name)}" : text;
    }

    // The arguments in parentheses; a star counts rows.
    private List<string> List()
    {
        List<string> items = [];
        Expect("(");
        Take("DISTINCT");
        if (_tokens.IsSymbol(_at, "*") && _tokens.IsSymbol(_at + 1, ")") && Take("*"))
            items.Add("1");
        while (!_tokens.IsSymbol(_at, ")"))
        {
            items.Add(Operation(Or));
            if (Take("AS")) // struct(x AS name)
                items[^1] += $" AS {(_tokens.IsName(_at) ? _tokens.Name(_at++) : throw new UnknownException())}";
            if (!Take(","))
                break;
        }
        Expect(")");
        return items;
    }

    private string Cast(string name)
    {
        _at++;
        Expect("(");
        string value = Operation(Or);
        Expect("AS");
        string type = Type();
        Expect(")");
        return $"{name.ToUpperInvariant()}({value} AS {type})";
    }

    private string Case()
    {
        Expect("CASE");
        string? compared = _tokens.Is(_at, "WHEN") ? null : Operation(Or);
        string text = "CASE";
        while (Take("WHEN"))
        {
            string condition = Operation(Or);
            Expect("THEN");
            text += $" WHEN {(compared is null ? condition : $"({compared} = {condition})")} THEN {Operation(Or)}";
        }
        if (Take("ELSE"))
            text += $" ELSE {Operation(Or)}";
        Expect("END");
        return text + " END";
    }

    private string Window(string function)
    {
        Expect("(");
        List<string> parts = [];
        if (Take("PARTITION"))
            parts.Add($"PARTITION BY {string.Join(", ", Ordered(sorted: false))}");
        bool ordered = Take("ORDER");
        if (ordered)
            parts.Add($"ORDER BY {string.Join(", ", Ordered(sorted: true))}");
        int frame = _at;
        while (_at < _to && !_tokens.IsSymbol(_at, ")"))
            _at++;
        bool ranks = function is "row_number" or "rank" or "dense_rank" or "percent_rank" or "ntile" or "cume_dist";
        parts.Add(_at > frame ? _tokens.Text(frame, _at).ToUpperInvariant()
            : ranks ? "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW"
            : ordered ? "RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW"
            : "ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING");
        Expect(")");
        return $"({string.Join(" ", parts)})";
    }

    private List<string> Ordered(bool sorted)
    {
        List<string> items = [];
        Expect("BY");
        do
        {
            string item = Operation(Or);
            bool down = Take("DESC");
            if (!down)
                Take("ASC");
            bool first = !down;
            if (Take("NULLS"))
                first = Take("FIRST") || (Take("LAST") ? false : throw new UnknownException());
            items.Add(sorted ? $"{item} {(down ? "DESC" : "ASC")} NULLS {(first ? "FIRST" : "LAST")}" : item);
        }
        while (Take(","));
        return items;
    }
}
