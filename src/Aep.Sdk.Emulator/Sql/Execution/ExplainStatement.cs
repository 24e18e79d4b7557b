namespace Aep.Sdk.Emulator.Sql;

/// <summary><c>EXPLAIN [FORMAT {TEXT | JSON}] statement</c>; PostgreSQL's parentheses around the option are read, too.</summary>
internal sealed record ExplainStatement(bool Json, SqlStatement Statement)
{
    public static ExplainStatement Parse(SqlStatement explain)
    {
        SqlTokens tokens = explain.Tokens;
        int at = explain.From + 1;
        bool json = false;
        bool option = tokens.IsSymbol(at, "(") && tokens.Is(at + 1, "FORMAT");
        int format = option ? at + 1 : at;
        if (tokens.Is(format, "FORMAT"))
        {
            json = tokens.Is(format + 1, "JSON");
            if (!json && !tokens.Is(format + 1, "TEXT"))
                throw tokens.SyntaxError(format + 1);
            at = format + 2;
            if (option && !tokens.IsSymbol(at++, ")"))
                throw tokens.SyntaxError(at - 1);
        }
        else if (tokens.IsAny(at, "ANALYZE", "VERBOSE"))
            throw SqlErrorException.NotSupported($"EXPLAIN {tokens.Text(at).ToUpperInvariant()}", tokens[at].Start);
        return at < explain.To ? new ExplainStatement(json, explain with { From = at }) : throw tokens.SyntaxError(at);
    }

    /// <summary>The query whose plan is asked for, with the values of its parameters.</summary>
    public (SqlStatement Query, SqlValues Values) Query(PreparedQueries prepared, SqlValues values)
    {
        (SqlStatement statement, values) = Statement.StartsWith("EXECUTE") ? prepared.Resolve(Statement, values) : (Statement, values);
        if (SelectInto.TryParse(statement) is CreateTableStatement into)
            return (into.Query, values);
        if (statement.IsQuery)
            return (statement, values);
        if (statement.StartsWith("INSERT", "INTO"))
            return (InsertStatement.Parse(statement).Query, values);
        if (statement.StartsWith("CREATE", "TABLE"))
            return (CreateTableStatement.Parse(statement).Query, values);
        if (statement.StartsWith("DECLARE"))
            return (DeclareStatement.Parse(statement).Query, values);
        string first = statement.Tokens.Text(statement.From).ToUpperInvariant();
        throw SqlErrorException.NotSupported($"EXPLAIN {first}", statement.Tokens[statement.From].Start);
    }
}
