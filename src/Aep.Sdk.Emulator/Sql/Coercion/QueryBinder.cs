namespace Aep.Sdk.Emulator.Sql;

/// <summary>Lets the engine bind a query, and mends where it is stricter than Spark: it alone knows the types of columns.</summary>
internal sealed class QueryBinder(SqlEngine engine)
{
    // So many casts at most are written into a query, so that it ends whatever the engine says.
    private const int MostCasts = 200;

    /// <exception cref="SqlErrorException">The engine refuses the query.</exception>
    public BoundQuery Bind(string sql, SqlStatement statement)
    {
        for (int casts = 0; ; casts++)
        {
            if (Columns(ref sql, statement, mend: casts < MostCasts) is { } columns)
                return new BoundQuery(EqualTexts.Cast(sql, engine.Refusal), columns);
        }
    }

    // Null when the query was refused, and has been mended at the place where it was.
    private IReadOnlyList<ResultColumn>? Columns(ref string sql, SqlStatement statement, bool mend)
    {
        try
        {
            return engine.Describe(sql, statement);
        }
        catch (SqlErrorException refused) when (mend && refused.Engine is not null)
        {
            if (Mended(sql, SqlEngine.InQuery(refused.Engine)) is not string next)
                throw;
            sql = next;
            return null;
        }
    }

    private static string? Mended(string sql, EngineError error) =>
        TextOperands.Cast(sql, error) ?? TextBranches.Cast(sql, error) ?? MapRows.Write(sql, error) ?? TextArguments.Cast(sql, error);
}
