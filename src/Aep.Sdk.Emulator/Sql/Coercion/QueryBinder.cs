namespace Aep.Sdk.Emulator.Sql;

/// <summary>Lets the engine bind a query, and mends where it is stricter than Spark: it alone knows the types of columns.</summary>
internal sealed class QueryBinder(SqlEngine engine)
{
    // So many casts at most are written into a query, so that it ends whatever the engine says.
    private const int MostCasts = 200;

    /// <exception cref="SqlErrorException">The engine refuses the query.</exception>
    public BoundQuery Bind(string sql, SqlStatement statement)
    {
        try
        {
            return Bound(sql, statement);
        }
        catch (SqlErrorException exception) when (exception.Engine is not null)
        {
            if (Cast(sql) is not string cast)
                throw;
            return Bound(cast, statement);
        }
    }

    private BoundQuery Bound(string sql, SqlStatement statement)
    {
        IReadOnlyList<ResultColumn> columns = engine.Describe(sql, statement);
        return new BoundQuery(EqualTexts.Cast(sql, engine.Refusal), columns);
    }

    private static string? Mended(string sql, EngineError error) =>
        TextOperands.Cast(sql, error) ?? TextBranches.Cast(sql, error) ?? MapRows.Write(sql, error) ?? TextArguments.Cast(sql, error);

    // Null when there is nothing to cast.
    private string? Cast(string sql)
    {
        string? cast = null;
        for (int casts = 0; casts < MostCasts; casts++)
        {
            if (engine.Refusal(cast ?? sql) is not EngineError error || Mended(cast ?? sql, error) is not string next)
                break;
            cast = next;
        }
        return cast;
    }
}
