namespace Aep.Sdk.Emulator.Sql;

/// <summary>The statements that a session prepared in SQL: PREPARE, EXECUTE, DEALLOCATE.</summary>
internal sealed class PreparedQueries(SqlSession session)
{
    private readonly Dictionary<string, PreparedQuery> _queries = [];

    /// <summary>Names without quotes are in lower case, as in PostgreSQL.</summary>
    public static string NameAt(SqlTokens tokens, int index) =>
        tokens[index].Kind == SqlTokenKind.Word ? tokens.Name(index).ToLowerInvariant() : tokens.Name(index);

    /// <summary>Runs PREPARE or DEALLOCATE, or answers null for another statement.</summary>
    public StatementResult? TryRun(SqlStatement statement)
    {
        if (statement.StartsWith("PREPARE"))
            return Prepare(PreparedQuery.Parse(statement), statement);
        return statement.StartsWith("DEALLOCATE") ? Deallocate(statement) : null;
    }

    /// <summary>What EXECUTE runs, with the values of its arguments.</summary>
    public (SqlStatement Statement, SqlValues Values) Resolve(SqlStatement execute, SqlValues values)
    {
        SqlTokens tokens = execute.Tokens;
        int at = execute.From + 1;
        PreparedQuery query = Find(execute, at++);
        List<Range> arguments = [];
        if (at < execute.To)
        {
            int close = tokens.IsSymbol(at, "(") ? tokens.Close(at, execute.To) : throw tokens.SyntaxError(at);
            arguments = close + 1 == execute.To ? tokens.Arguments(at, close) : throw tokens.SyntaxError(close + 1);
        }
        int expected = query.Types.Count > 0 ? query.Types.Count : query.Body.HighestParameter;
        if (arguments.Count != expected)
        {
            throw new SqlErrorException(
                SqlState.SyntaxError,
                $"prepared statement \"{query.Name}\" takes {expected} parameters, but EXECUTE gives {arguments.Count}",
                tokens[execute.From].Start);
        }
        SqlParameter[] parameters = [.. arguments.Select((argument, index) =>
            Parameter(query, index, new SqlStatement(tokens, argument.Start.Value, argument.End.Value), values))];
        return (query.Body, SqlValues.None with { Parameters = parameters });
    }

    public void Clear() => _queries.Clear();

    private SqlParameter Parameter(PreparedQuery query, int index, SqlStatement argument, SqlValues values)
    {
        string literal = ConstantExpression.Evaluate(session, argument, values);
        if (index >= query.Types.Count)
            return new SqlParameter(literal, literal);
        SqlStatement cast = SqlScript.Parse($"CAST({literal} AS {query.Types[index]})")[0];
        return new SqlParameter(session.Rewrite(cast, SqlValues.None), literal);
    }

    private StatementResult Prepare(PreparedQuery query, SqlStatement statement) => _queries.TryAdd(query.Name, query)
        ? new StatementResult("PREPARE")
        : throw new SqlErrorException(
            SqlState.DuplicatePreparedStatement, $"prepared statement \"{query.Name}\" already exists",
            statement.Tokens[statement.From + 1].Start);

    private StatementResult Deallocate(SqlStatement statement)
    {
        int at = statement.From + (statement.StartsWith("DEALLOCATE", "PREPARE") && statement.To - statement.From > 2 ? 2 : 1);
        if (at + 1 < statement.To)
            throw statement.Tokens.SyntaxError(at + 1);
        if (statement.Tokens.Is(at, "ALL"))
        {
            Clear();
            return new StatementResult("DEALLOCATE ALL");
        }
        _queries.Remove(Find(statement, at).Name);
        return new StatementResult("DEALLOCATE");
    }

    private PreparedQuery Find(SqlStatement statement, int at)
    {
        if (at >= statement.To || !statement.Tokens.IsName(at))
            throw statement.Tokens.SyntaxError(at);
        string name = NameAt(statement.Tokens, at);
        return _queries.GetValueOrDefault(name)
            ?? throw new SqlErrorException(
                SqlState.InvalidSqlStatementName, $"prepared statement \"{name}\" does not exist", statement.Tokens[at].Start);
    }
}
