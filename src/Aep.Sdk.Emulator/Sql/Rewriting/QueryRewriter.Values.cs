using System.Globalization;

namespace Aep.Sdk.Emulator.Sql;

/// <content>
/// Inline tables. Spark takes <c>VALUES 1, 2</c> as well as <c>VALUES (1), (2)</c>, and calls the columns col1, col2, …
/// </content>
internal sealed partial class QueryRewriter
{
    // A column may be called values, too: rows stand where a query begins, or where FROM expects a table.
    private bool StartsRows(int index, QueryScope scope) =>
        _tokens.Is(index, "VALUES") && scope.IsQuery && !_fromOne
            && (scope.ExpectsTable || index == _from || _tokens.IsSymbol(index - 1, "(")
            || (!scope.InSelectList && !scope.InFrom && (_tokens.IsSymbol(index - 1, ")")
                || _tokens.IsAny(index - 1, "UNION", "ALL", "DISTINCT", "EXCEPT", "INTERSECT", "MINUS"))));

    private int Rows(int index, int to, QueryScope scope)
    {
        List<string> rows = [];
        int at = index, columns = 1;
        do
        {
            int from = at + 1, end = RowEnd(from, to);
            if (end == from)
                throw _tokens.SyntaxError(end);
            bool isRow = _tokens.IsSymbol(from, "(") && _tokens.Close(from, to) == end - 1 && !StartsQuery(from + 1);
            if (isRow && rows.Count == 0)
                columns = _tokens.Arguments(from, end - 1).Count;
            string text = Render(from..end, scope);
            rows.Add(isRow ? text : $"({text})");
            at = end;
        }
        while (at < to && _tokens.IsSymbol(at, ","));
        IEnumerable<string> names = Enumerable.Range(1, columns).Select(number => "col" + number.ToString(CultureInfo.InvariantCulture));
        string query = $"SELECT * FROM (VALUES {string.Join(", ", rows)}) AS inline_table({string.Join(", ", names)})";
        string table = scope.ExpectsTable ? $"({query})" : query;
        scope.ExpectsTable = false;
        return Replace(index, at, table);
    }

    // The comma after a row, or what follows the last: a clause, or the alias of the table.
    private int RowEnd(int from, int to)
    {
        int depth = 0;
        for (int index = from; index < to; index++)
        {
            bool ends = IsTableAlias(from, index, to) || _tokens.IsSymbol(index, ",") || _tokens.IsSymbol(index, ")")
                || (TableReferences.EndsTable(_tokens, index) && !_tokens.IsSymbol(index + 1, "("));
            if (depth == 0 && ends)
                return index;
            depth += _tokens.IsSymbol(index, "(") || _tokens.IsSymbol(index, "[") ? 1
                : _tokens.IsSymbol(index, ")") || _tokens.IsSymbol(index, "]") ? -1 : 0;
        }
        return to;
    }

    // Without AS: behind a row in parentheses, or with its columns.
    private bool IsTableAlias(int from, int index, int to) =>
        index > from && _tokens.IsName(index) && !Keywords.EndsNoOperand(_tokens, index) && EndsOperand(index - 1)
            && (_tokens.IsSymbol(index + 1, "(") || (_tokens.IsSymbol(from, "(") && _tokens.Close(from, to) == index - 1));
}
