namespace Aep.Sdk.Emulator.Sql;

/// <content>GROUP BY with totals: its forms that the engine lacks, and grouping_id() of all that it groups by.</content>
internal sealed partial class QueryRewriter
{
    // GROUP BY a, b WITH ROLLUP is GROUP BY ROLLUP (a, b); GROUP BY a, b GROUPING SETS (…) needs no list before the sets.
    private int? Grouping(int index)
    {
        if (!_tokens.AreWords(index, "GROUP", "BY"))
            return null;
        int end = ClauseEnd(index + 2);
        if (_tokens.Is(end, "WITH") && _tokens.IsAny(end + 1, "ROLLUP", "CUBE"))
            return Replace(index, index + 2, $"GROUP BY {_tokens.Text(end + 1)} (");
        int sets = GroupingSets(index + 2, end);
        return sets > index + 2 && !_tokens.IsSymbol(sets - 1, ",") ? Replace(index, sets, "GROUP BY ") : null;
    }

    // grouping_id() is that of all the columns, in the order in which GROUP BY names them.
    private string GroupingId(int index, QueryScope scope)
    {
        List<string> columns = [];
        int by = GroupBy(scope.Select);
        if (by >= 0)
        {
            int end = ClauseEnd(by + 2), sets = GroupingSets(by + 2, end);
            bool totals = (_tokens.Is(end, "WITH") && _tokens.IsAny(end + 1, "ROLLUP", "CUBE")) || sets >= 0;
            for (int at = by + 2; at < end && !totals; at++)
                totals = _tokens.IsAny(at, "ROLLUP", "CUBE");
            if (totals)
                AddGrouped(by + 2, end, scope, columns);
        }
        return columns.Count > 0
            ? $"grouping_id({string.Join(", ", columns.Distinct())})"
            : throw new SqlErrorException(
                SqlState.GroupingError, "grouping_id() needs GROUP BY with GROUPING SETS, CUBE or ROLLUP", _tokens[index].Start);
    }

    private void AddGrouped(int from, int to, QueryScope scope, List<string> columns)
    {
        for (int at = from; at < to; at++)
        {
            int end = at;
            bool nested = _tokens.IsAny(at, "ROLLUP", "CUBE", "SETS") && _tokens.IsSymbol(at + 1, "(");
            if (nested || _tokens.IsSymbol(at, "("))
            {
                int open = nested ? at + 1 : at;
                end = _tokens.Close(open, to);
                AddGrouped(open + 1, end, scope, columns);
                at = end;
            }
            else if (!_tokens.IsSymbol(at, ",") && !_tokens.Is(at, "GROUPING"))
            {
                while (end < to && !_tokens.IsSymbol(end, ",") && !_tokens.Is(end, "GROUPING"))
                    end = _tokens.IsSymbol(end, "(") ? _tokens.Close(end, to) + 1 : end + 1;
                columns.Add(Render(at..end, scope));
                at = end - 1;
            }
        }
    }

    private int GroupingSets(int from, int to)
    {
        for (int index = from, depth = 0; index < to; index++)
        {
            if (depth == 0 && _tokens.AreWords(index, "GROUPING", "SETS"))
                return index;
            depth += _tokens.IsSymbol(index, "(") ? 1 : _tokens.IsSymbol(index, ")") ? -1 : 0;
        }
        return -1;
    }

    // The GROUP BY of a SELECT, or -1.
    private int GroupBy(int select)
    {
        for (int index = select, depth = 0; index >= 0 && index < _tokens.Count && depth >= 0; index++)
        {
            if (depth == 0 && _tokens.AreWords(index, "GROUP", "BY"))
                return index;
            if (depth == 0 && (_tokens.IsSymbol(index, ";") || _tokens.IsAny(index, "UNION", "INTERSECT", "MINUS")))
                return -1;
            depth += _tokens.IsSymbol(index, "(") ? 1 : _tokens.IsSymbol(index, ")") ? -1 : 0;
        }
        return -1;
    }
}
