namespace Aep.Sdk.Emulator.Sql;

/// <summary><c>CREATE [OR REPLACE] VIEW name AS query</c>.</summary>
internal sealed record CreateViewStatement(TableName Name, bool Replaces, SqlStatement Query)
{
    public static bool Is(SqlStatement statement) =>
        statement.StartsWith("CREATE", "VIEW") || statement.StartsWith("CREATE", "OR", "REPLACE", "VIEW");

    public static CreateViewStatement Parse(SqlStatement statement)
    {
        SqlTokens tokens = statement.Tokens;
        bool replaces = tokens.Is(statement.From + 1, "OR");
        int at = statement.From + (replaces ? 4 : 2);
        TableName name = TableName.Read(tokens, ref at, statement.To);
        if (at < statement.To && tokens.IsSymbol(at, "("))
            throw SqlErrorException.NotSupported("CREATE VIEW with a list of columns", tokens[at].Start);
        if (at >= statement.To || !tokens.Is(at, "AS"))
            throw tokens.SyntaxError(at);
        SqlStatement query = statement with { From = at + 1 };
        return query.From < query.To && query.IsQuery ? new CreateViewStatement(name, replaces, query) : throw tokens.SyntaxError(at + 1);
    }
}
