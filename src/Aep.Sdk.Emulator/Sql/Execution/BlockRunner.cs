using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// Runs an anonymous block. A failure stops it; the EXCEPTION section then handles the failure, so the block as a whole succeeds with what
/// that section answers. A syntax error is not handled but fails the block. What ran before the failure stays: there is no rollback.
/// </summary>
internal sealed class BlockRunner(SqlSession session)
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.OrdinalIgnoreCase);

    public StatementResult Run(AnonymousBlock block)
    {
        try
        {
            return Run(block.Body);
        }
        catch (SqlErrorException exception) when (
            block.Handler is not null && exception.State is not (SqlState.SyntaxError or SqlState.QueryCanceled))
        {
            return Run(block.Handler);
        }
    }

    private StatementResult Run(IReadOnlyList<SqlStatement> statements)
    {
        var last = new StatementResult("BLOCK");
        long? written = null;
        foreach (SqlStatement statement in statements)
        {
            last.Dispose();
            last = Run(statement);
            written = last.Written is null ? written : (written ?? 0) + last.Written;
        }
        return last with { Written = written };
    }

    private StatementResult Run(SqlStatement statement)
    {
        var values = new SqlValues(_variables, []);
        if (statement.StartsWith("SET") && statement.From + 2 < statement.To
            && statement.Tokens[statement.From + 1].Kind == SqlTokenKind.Variable)
        {
            Assign(statement, values);
            return new StatementResult("SET");
        }
        return statement.IsQuery
            ? new StatementResult("SELECT", Materialize(statement, values))
            : session.Execute(statement, values);
    }

    private void Assign(SqlStatement statement, SqlValues values)
    {
        SqlTokens tokens = statement.Tokens;
        int equals = statement.From + 2;
        if (!tokens.IsSymbol(equals, "=") || equals + 1 >= statement.To)
            throw tokens.SyntaxError(equals);
        SqlStatement value = statement with { From = equals + 1 };
        _variables[tokens.Name(statement.From + 1)] = ConstantExpression.Evaluate(session, value, values);
    }

    // Rows of a block must not fail while they are sent, or its EXCEPTION section could no longer answer: they are computed first.
    private ResultRows Materialize(SqlStatement query, SqlValues values)
    {
        (string sql, IReadOnlyList<ResultColumn> columns) = session.Bind(query, values);
        string names = string.Join(", ", columns.Select((_, index) => $"c{index}"));
        string table = DuckDb.Identifier($"block_{Guid.NewGuid():N}");
        session.Engine.ExecuteScalar($"CREATE TEMP TABLE {table} AS SELECT * FROM ({sql}) AS result({names})", query);
        string select = string.Join(", ", columns.Select((column, index) => $"c{index} AS {DuckDb.Identifier(column.Name)}"));
        return session.Rows($"SELECT {select} FROM {table}", query);
    }
}
