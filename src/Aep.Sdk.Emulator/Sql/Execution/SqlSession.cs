namespace Aep.Sdk.Emulator.Sql;

/// <summary>One session of Query Service: settings, tables, an engine of its own. Statements run one after the other.</summary>
internal sealed class SqlSession : IDisposable
{
    private readonly bool _interactive;
    private readonly IReadOnlyCollection<string> _databaseNames;
    private readonly TableScan _scan;

    /// <param name="tables">The tables of the sandbox.</param>
    /// <param name="database">Database name, <c>sandbox:all</c>.</param>
    /// <param name="interactive">Whether the row limits of interactive queries hold.</param>
    public SqlSession(ITableStore tables, string database, bool interactive)
    {
        Tables = tables;
        _interactive = interactive;
        _databaseNames = [.. database.Split(':'), "all", "public"];
        Prepared = new PreparedQueries(this);
        Engine = new SqlEngine(tables.Folder, database);
        _scan = new TableScan(parquet => [.. Engine.Describe("FROM " + parquet).Select(column => new TableColumn(column.Name, column.Type.Name))]);
    }

    public ITableStore Tables { get; }
    public SqlEngine Engine { get; }
    public SessionSettings Settings { get; } = new();
    public PreparedQueries Prepared { get; }

    /// <summary>The columns of the rows that a statement returns, or null when it returns none.</summary>
    public IReadOnlyList<ResultColumn>? Describe(SqlStatement statement, SqlValues values)
    {
        if (statement.StartsWith("EXECUTE"))
            (statement, values) = Prepared.Resolve(statement, values);
        if (SettingStatements.Lookup(statement, Settings) is string lookup)
            return Engine.Describe(lookup, statement);
        return statement.IsQuery ? Source(statement, values).Columns : null;
    }

    /// <param name="statement">What to run.</param>
    /// <param name="values">Values of its parameters and variables.</param>
    /// <param name="streaming">Whether rows may stay in the running engine; if not, other statements can run before they are read.</param>
    public StatementResult Execute(SqlStatement statement, SqlValues values, bool streaming = true)
    {
        if (statement.StartsWith("EXECUTE"))
            (statement, values) = Prepared.Resolve(statement, values);
        if (statement.IsBlock)
            return new BlockRunner(this).Run(AnonymousBlock.Parse(statement));
        if (statement.IsQuery)
            return new StatementResult("SELECT", Engine.Query(Source(statement, values), streaming));
        if (SettingStatements.Lookup(statement, Settings) is string lookup)
            return new StatementResult("SHOW", Rows(lookup, statement));
        if (statement.StartsWith("DISCARD", "ALL"))
            Prepared.Clear();
        return Prepared.TryRun(statement) ?? SettingStatements.TryRun(statement, Settings) ?? new TableStatements(this, values).Run(statement);
    }

    /// <summary>A query in the engine's dialect.</summary>
    public string Rewrite(SqlStatement query, SqlValues values) => QueryRewriter.Rewrite(query, new RewriteContext(
        Tables, _scan, values, Settings.IsOn("resolve_fallback_snapshot_on_failure"), _databaseNames));

    public ResultRows Rows(string sql, SqlStatement statement) => Engine.Query(Source(sql, statement, long.MaxValue));

    public void Dispose() => Engine.Dispose();

    private RowSource Source(SqlStatement statement, SqlValues values)
    {
        QueryLimit limit = _interactive ? QueryLimit.Of(statement, values) : new QueryLimit(statement, long.MaxValue);
        return Source(Rewrite(limit.Statement, values), statement, limit.Rows);
    }

    private RowSource Source(string sql, SqlStatement statement, long limit) =>
        new(sql, Engine.Describe(sql, statement), statement, limit, Settings.IsOn("auto_to_json"));
}
