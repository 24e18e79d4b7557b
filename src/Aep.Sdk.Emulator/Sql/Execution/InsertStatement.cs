namespace Aep.Sdk.Emulator.Sql;

/// <summary><c>INSERT INTO name [(columns)] [AS] query</c>; the query may stand in parentheses, as Adobe's examples have it.</summary>
internal sealed record InsertStatement(TableName Name, IReadOnlyList<string>? Columns, SqlStatement Query)
{
    public static InsertStatement Parse(SqlStatement statement)
    {
        SqlTokens tokens = statement.Tokens;
        int at = statement.From + 2;
        if (tokens.Is(at, "TABLE"))
            at++;
        TableName name = TableName.Read(tokens, ref at, statement.To);
        IReadOnlyList<string>? columns = null;
        bool listed = tokens.IsSymbol(at, "(") && !tokens.IsAny(at + 1, "SELECT", "WITH", "VALUES") && !tokens.IsSymbol(at + 1, "(");
        if (at < statement.To && listed)
        {
            int close = tokens.Close(at, statement.To);
            columns = [.. tokens.Arguments(at, close).Select(range => tokens.Name(range.Start.Value))];
            at = close + 1;
        }
        if (at < statement.To && tokens.Is(at, "AS"))
            at++;
        SqlStatement query = statement with { From = at };
        return at < statement.To && query.IsQuery ? new InsertStatement(name, columns, query) : throw tokens.SyntaxError(at);
    }
}
