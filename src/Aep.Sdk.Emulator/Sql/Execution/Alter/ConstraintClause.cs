namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// Behind ADD or DROP of an ALTER TABLE: <c>[CONSTRAINT] {PRIMARY KEY | FOREIGN KEY | [PRIMARY] IDENTITY} (columns)
/// [REFERENCES table (columns)] [NAMESPACE name] [NOT ENFORCED]</c>.
/// </summary>
internal static class ConstraintClause
{
    public static bool IsAt(SqlTokens tokens, int at) =>
        tokens.Is(at, "CONSTRAINT") || tokens.AreWords(at, "PRIMARY", "KEY") || tokens.AreWords(at, "FOREIGN", "KEY")
        || tokens.AreWords(at, "PRIMARY", "IDENTITY") || tokens.Is(at, "IDENTITY");

    public static TableConstraint Read(SqlTokens tokens, int at, int to, bool adds)
    {
        at += tokens.Is(at, "CONSTRAINT") ? 1 : 0;
        int start = at;
        ConstraintKind kind = Kind(tokens, ref at);
        IReadOnlyList<string> columns = Columns(tokens, ref at, to);
        var constraint = new TableConstraint(kind, columns);
        if (adds && kind == ConstraintKind.ForeignKey)
            constraint = References(tokens, ref at, to, constraint);
        if (adds && tokens.Is(at, "NAMESPACE"))
        {
            if (at + 1 >= to || (tokens.StringValue(at + 1) is null && !tokens.IsName(at + 1)))
                throw tokens.SyntaxError(Math.Min(at + 1, to));
            constraint = constraint with { Namespace = tokens.StringValue(at + 1) ?? tokens.Name(at + 1) };
            at += 2;
        }
        bool unenforced = adds && tokens.AreWords(at, "NOT", "ENFORCED");
        at += unenforced ? 2 : 0;
        if (at < to)
            throw tokens.SyntaxError(at);
        if (constraint.IsIdentity && columns.Count != 1)
            throw new SqlErrorException(SqlState.SyntaxError, "an identity is one column", tokens[start].Start);
        bool needsNamespace = adds && kind != ConstraintKind.ForeignKey && !(kind == ConstraintKind.PrimaryKey && unenforced);
        return needsNamespace && constraint.Namespace is null
            ? throw new SqlErrorException(SqlState.SyntaxError, $"{TableConstraints.Name(kind)} needs a NAMESPACE", tokens[start].Start)
            : constraint;
    }

    private static ConstraintKind Kind(SqlTokens tokens, ref int at)
    {
        foreach (ConstraintKind kind in Enum.GetValues<ConstraintKind>())
        {
            string[] words = TableConstraints.Name(kind).Split(' ');
            if (!tokens.AreWords(at, words))
                continue;
            at += words.Length;
            return kind;
        }
        throw tokens.SyntaxError(at);
    }

    private static TableConstraint References(SqlTokens tokens, ref int at, int to, TableConstraint constraint)
    {
        if (at >= to || !tokens.Is(at, "REFERENCES"))
            throw tokens.SyntaxError(Math.Min(at, to));
        at++;
        TableName table = TableName.Read(tokens, ref at, to);
        IReadOnlyList<string> columns = Columns(tokens, ref at, to);
        return columns.Count == constraint.Columns.Count
            ? constraint with { ReferencedTable = table.Name, ReferencedColumns = columns }
            : throw new SqlErrorException(
                SqlState.SyntaxError, "a foreign key has as many columns as the key that it references", table.Position);
    }

    private static IReadOnlyList<string> Columns(SqlTokens tokens, ref int at, int to)
    {
        if (at >= to || !tokens.IsSymbol(at, "("))
            throw tokens.SyntaxError(Math.Min(at, to));
        int close = tokens.Close(at, to);
        List<string> columns = ColumnPath.ReadAll(tokens, at, close);
        at = close + 1;
        return columns.Count > 0 ? columns : throw tokens.SyntaxError(close);
    }
}
