namespace Aep.Sdk.Emulator.Sql;

/// <summary>Words of the grammar that are followed by an operand and end none.</summary>
internal static class Keywords
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "SELECT", "DISTINCT", "ALL", "WHERE", "AND", "OR", "NOT", "IN", "ON", "BY", "HAVING", "THEN", "ELSE", "WHEN", "CASE", "BETWEEN",
            "LIKE", "ILIKE", "FROM", "JOIN",
        "USING", "VALUES", "AS", "LIMIT", "OFFSET", "IS", "UNION", "EXCEPT", "INTERSECT", "MINUS", "OVER", "FILTER", "RLIKE", "REGEXP",
            "DIV", "WITH", "LATERAL", "EXISTS",
        "ANY", "SOME", "SIMILAR", "TO", "ESCAPE", "QUALIFY", "INTERVAL", "SETS", "ROLLUP", "CUBE", "GROUP", "ORDER", "WITHIN", "RETURNING",
            "SET",
    };

    public static bool EndsNoOperand(SqlTokens tokens, int index) =>
        tokens[index].Kind == SqlTokenKind.Word && Words.Contains(tokens.Text(index));
}
