using System.Collections.Frozen;

namespace Aep.Sdk.Queries;

/// <summary>Words that SQL reserves, so that a column of that name must be quoted.</summary>
internal static class SqlKeywords
{
    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        [
            "all", "alter", "analyze", "and", "anti", "any", "array", "as", "asc", "begin", "between", "both", "by", "case", "cast",
            "check", "collate", "column", "constraint", "create", "cross", "current_date", "current_time", "current_timestamp",
            "current_user", "declare", "default", "delete", "desc", "distinct", "drop", "else", "end", "escape", "except", "exception",
            "exists", "false", "fetch", "filter", "for", "foreign", "from", "full", "grant", "group", "having", "in", "inner", "insert",
            "intersect", "into", "is", "join", "lateral", "leading", "left", "like", "limit", "natural", "not", "null", "offset", "on",
            "only", "or", "order", "outer", "over", "overlaps", "primary", "references", "right", "select", "semi", "session_user", "set",
            "snapshot", "some", "table", "then", "to", "trailing", "true", "union", "unique", "update", "user", "using", "values", "when",
            "where", "window", "with",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool IsReserved(string word) => Reserved.Contains(word);
}
