namespace Aep.Sdk.Emulator.Sql;

/// <content>Windows of time: the call names its column, and <c>window.start</c> means the call by which the query groups.</content>
internal sealed partial class QueryRewriter
{
    private bool IsTimeWindow(int index) => _tokens.Is(index, TimeWindow.Name) && !_tokens.IsSymbol(index - 1, ".")
        && (_tokens.IsSymbol(index + 1, "(") || (_tokens.IsSymbol(index + 1, ".") && _tokens.IsAny(index + 2, "start", "end")));

    private int? TimeWindowColumn(int index, int to, QueryScope scope)
    {
        bool isCall = _tokens.IsSymbol(index + 1, "(");
        int call = isCall ? index : TimeWindowCall(index, 1);
        call = call < 0 ? TimeWindowCall(index, -1) : call;
        if (call < 0)
            return null;
        FunctionCall window = ReadCall(call, isCall ? to : _tokens.Count, scope);
        string text = FunctionTable.Find(TimeWindow.Name)!(window);
        int end = isCall ? window.End : index + 3;
        string member = isCall ? TimeWindow.Name : _tokens.Text(index + 2).ToLowerInvariant();
        bool isColumn = scope.InSelectList
            && (_tokens.IsAny(index - 1, "SELECT", "DISTINCT") || _tokens.IsSymbol(index - 1, ","))
            && (end >= to || _tokens.IsSymbol(end, ",") || _tokens.Is(end, "FROM"));
        return Replace(index, end, $"{(isCall ? text : $"({text}).\"{member}\"")}{(isColumn ? $" AS \"{member}\"" : "")}");
    }

    // The call in the same query, in one of the two directions: not in a parenthesis that opens on the way.
    private int TimeWindowCall(int index, int direction)
    {
        (string opening, string closing) = direction > 0 ? ("(", ")") : (")", "(");
        int depth = 0;
        for (int at = index + direction; at >= 0 && at < _tokens.Count && !_tokens.IsSymbol(at, ";"); at += direction)
        {
            if (depth == 0 && _tokens.Is(at, TimeWindow.Name) && _tokens.IsSymbol(at + 1, "(") && !_tokens.IsSymbol(at - 1, "."))
                return at;
            depth = Math.Max(depth + (_tokens.IsSymbol(at, opening) ? 1 : _tokens.IsSymbol(at, closing) ? -1 : 0), 0);
        }
        return -1;
    }
}
