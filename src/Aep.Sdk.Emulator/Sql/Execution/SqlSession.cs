namespace Aep.Sdk.Emulator.Sql;

/// <summary>One session of Query Service: settings, tables, an engine of its own. Statements run one after the other.</summary>
internal sealed class SqlSession : IDisposable
{
    private readonly bool _interactive;
    private readonly ITableSource _readable;
    private readonly IReadOnlyCollection<string> _databaseNames;
    private readonly TableScan _scan;
    private readonly QueryBinder _binder;

    /// <param name="tables">The tables of the sandbox.</param>
    /// <param name="database">Database name: <c>sandbox:all</c>, <c>sandbox:table</c>, <c>sandbox:database</c> or
    /// <c>sandbox:database.schema</c>.</param>
    /// <param name="interactive">Whether the row limits of interactive queries hold.</param>
    /// <param name="flat">Whether nested fields are columns of their own.</param>
    public SqlSession(ITableStore tables, string database, bool interactive, bool flat = false)
    {
        (Tables, Database) = (tables, database);
        _readable = flat ? new FlatTables(tables) : tables;
        _interactive = interactive;
        string[] names = database.Split(':', 2);
        Groups = DataGroupScope.Of(tables.Groups, names[^1]);
        _databaseNames = [.. Groups.IsPart ? names[..1] : database.Split(':'), "all", "public"];
        Prepared = new PreparedQueries(this);
        Cursors = new Cursors(this);
        Statistics = new SessionStatistics(this);
        Engine = new SqlEngine(tables.Connect(), database);
        _binder = new QueryBinder(Engine);
        _scan = new TableScan(
            parquet => [.. Engine.Describe("FROM " + parquet).Select(column => new TableColumn(column.Name, column.Type.Name))],
            () => !Settings.IsOn(SystemColumns.Setting));
    }

    public ITableStore Tables { get; }

    /// <summary>The name that the client connected to: <c>sandbox:all</c>.</summary>
    public string Database { get; }

    /// <summary>The databases and schemas that the session lists.</summary>
    public DataGroupScope Groups { get; }
    public SqlEngine Engine { get; }
    public SessionSettings Settings { get; } = new();
    public PreparedQueries Prepared { get; }
    public Cursors Cursors { get; }
    public SessionStatistics Statistics { get; }

    /// <summary>The columns of the rows that a statement returns, or null when it returns none.</summary>
    public IReadOnlyList<ResultColumn>? Describe(SqlStatement statement, SqlValues values)
    {
        if (statement.StartsWith("EXECUTE"))
            (statement, values) = Prepared.Resolve(statement, values);
        return Read(statement, read => DescribeRead(read, values));
    }

    /// <param name="statement">What to run.</param>
    /// <param name="values">Values of its parameters and variables.</param>
    /// <param name="streaming">Whether rows may stay in the running engine; if not, other statements can run before they are read.</param>
    public StatementResult Execute(SqlStatement statement, SqlValues values, bool streaming = true)
    {
        if (statement.StartsWith("EXECUTE"))
            (statement, values) = Prepared.Resolve(statement, values);
        return Read(statement, read => ExecuteRead(read, values, streaming));
    }

    /// <summary>A query in the engine's dialect.</summary>
    public string Rewrite(SqlStatement query, SqlValues values) => QueryRewriter.Rewrite(query, Context(values));

    /// <summary>A query in the engine's dialect, as the engine accepts it, and its columns.</summary>
    public BoundQuery Bind(SqlStatement query, SqlValues values) => _binder.Bind(Rewrite(query, values), query);

    /// <summary>A query whose columns fill those of a table, by their names if all of them have one.</summary>
    public BoundQuery BindSource(SqlStatement query, SqlValues values) =>
        _binder.Bind(QueryRewriter.Rewrite(query, Context(values) with { NamesColumns = false }), query);

    /// <summary>The query of a view: it has no parameters, and must not read the view itself.</summary>
    public BoundQuery BindView(SqlStatement query, string view) =>
        _binder.Bind(QueryRewriter.Rewrite(query, Context(SqlValues.None) with { Views = [view] }), query);

    /// <summary>Runs a query, within the limits of the session.</summary>
    public ResultRows Open(SqlStatement query, SqlValues values, bool streaming)
    {
        IDisposable reading = Tables.StartReading(); // until the rows are read
        try
        {
            return Engine.Query(Source(query, values), streaming).Holding(reading);
        }
        catch
        {
            reading.Dispose();
            throw;
        }
    }

    public ResultRows Rows(string sql, SqlStatement statement) => Engine.Query(Source(sql, statement, long.MaxValue));

    public void Dispose()
    {
        Cursors.Dispose();
        Engine.Dispose();
    }

    // What is no name but a text, and no struct but a list, turns out when the engine binds the query, before anything has been done.
    private static T Read<T>(SqlStatement statement, Func<SqlStatement, T> run)
    {
        while (true)
        {
            try
            {
                return run(statement);
            }
            catch (SqlErrorException error) when (
                (QuotedLiterals.Read(statement, error) ?? ItemFields.Read(statement, error)) is SqlStatement read)
            {
                statement = read;
            }
        }
    }

    private IReadOnlyList<ResultColumn>? DescribeRead(SqlStatement statement, SqlValues values)
    {
        using IDisposable reading = Tables.StartReading();
        if (StatisticsStatement.Is(statement))
            return Engine.Describe(LiteralRows.Select(SessionStatistics.IdColumn, []), statement);
        if (Lookup(statement, values) is string lookup)
            return Engine.Describe(lookup, statement);
        return statement.IsQuery ? Source(statement, values).Columns : Cursors.Describe(statement);
    }

    private StatementResult ExecuteRead(SqlStatement statement, SqlValues values, bool streaming)
    {
        using IDisposable reading = Tables.StartReading();
        if (statement.IsBlock)
            return new BlockRunner(this).Run(AnonymousBlock.Parse(statement));
        if (statement.IsQuery)
            return new StatementResult("SELECT", Open(statement, values, streaming));
        if (Lookup(statement, values) is string lookup)
            return new StatementResult(statement.StartsWith("EXPLAIN") ? "EXPLAIN" : "SHOW", Rows(lookup, statement));
        if (StatisticsStatement.Is(statement))
            return new StatementResult("ANALYZE", Rows(Statistics.Compute(StatisticsStatement.Parse(statement), values), statement));
        EndTransaction(statement);
        return Prepared.TryRun(statement) ?? Cursors.TryRun(statement, values) ?? SettingStatements.TryRun(statement, Settings)
            ?? new ViewStatements(this).TryRun(statement) ?? new AlterStatements(Tables).TryRun(statement)
            ?? new DataGroupStatements(Tables.Groups).TryRun(statement) ?? new TableStatements(this, values).Run(statement);
    }

    // Statements that answer with rows and are no queries themselves.
    private string? Lookup(SqlStatement statement, SqlValues values)
    {
        if (statement.StartsWith("EXPLAIN"))
            return Plan(ExplainStatement.Parse(statement), values);
        if (statement.StartsWith("SHOW", "STATISTICS"))
            return Statistics.Show(statement);
        return new ListingStatements(_readable, Groups).Lookup(statement) ?? GroupListings.Lookup(statement, _readable, Groups)
            ?? SettingStatements.Lookup(statement, Settings);
    }

    private string Plan(ExplainStatement explain, SqlValues values)
    {
        (SqlStatement query, values) = explain.Query(Prepared, values);
        string plan = Engine.Plan(Bind(query, values).Sql, explain.Json, query);
        IEnumerable<string> lines = explain.Json ? [plan] : plan.TrimEnd('\n').Split('\n');
        return LiteralRows.Select("QUERY PLAN VARCHAR", lines.Select(line => new object?[] { line }));
    }

    private void EndTransaction(SqlStatement statement)
    {
        if (statement.StartsWith("COMMIT") || statement.StartsWith("END") || statement.StartsWith("ROLLBACK")
            || statement.StartsWith("ABORT"))
            Cursors.EndTransaction();
        if (!statement.StartsWith("DISCARD", "ALL"))
            return;
        Cursors.Dispose();
        Prepared.Clear();
    }

    private RewriteContext Context(SqlValues values) => new(
        _readable, _scan, values, Settings.IsOn("resolve_fallback_snapshot_on_failure"), _databaseNames, Groups)
    {
        Temporary = Statistics.Relation,
    };

    private RowSource Source(SqlStatement statement, SqlValues values)
    {
        QueryLimit limit = _interactive ? QueryLimit.Of(statement, values) : new QueryLimit(statement, long.MaxValue);
        return Source(Rewrite(limit.Statement, values), statement, limit.Rows);
    }

    private RowSource Source(string sql, SqlStatement statement, long limit)
    {
        (sql, IReadOnlyList<ResultColumn> columns) = _binder.Bind(sql, statement);
        return new RowSource(ReadableColumns.Of(sql, columns), columns, statement, limit, Settings.IsOn("auto_to_json"));
    }
}
