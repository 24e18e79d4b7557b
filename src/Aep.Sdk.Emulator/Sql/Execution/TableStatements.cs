using System.Globalization;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>Statements that make, fill, sample and drop tables.</summary>
internal sealed class TableStatements(SqlSession session, SqlValues values)
{
    private const int MostSamples = 5;

    public Task<StatementResult> RunAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        if (statement.StartsWith("CREATE", "TABLE"))
            return CreateAsync(CreateTableStatement.Parse(statement), cancellationToken);
        if (statement.StartsWith("INSERT", "INTO"))
            return InsertAsync(InsertStatement.Parse(statement), cancellationToken);
        if (statement.StartsWith("DROP", "TABLE") || statement.StartsWith("DROP", "TABLESAMPLE"))
            return Task.FromResult(Drop(DropTableStatement.Parse(statement)));
        if (statement.StartsWith("ANALYZE", "TABLE"))
            return SampleAsync(AnalyzeStatement.Parse(statement), cancellationToken);
        throw Unsupported(statement);
    }

    private async Task<StatementResult> CreateAsync(CreateTableStatement create, CancellationToken cancellationToken)
    {
        if (session.Tables.Find(create.Name.Name) is not null)
        {
            return create.IfNotExists
                ? new StatementResult("SELECT", Affected: 0)
                : throw new SqlErrorException(SqlState.DuplicateTable, $"relation \"{create.Name.Name}\" already exists", create.Name.Position);
        }
        create.Name.CheckIsPlain();
        string sql = session.Rewrite(create.Query, values);
        IReadOnlyList<ResultColumn> columns = session.Engine.Describe(sql, create.Query);
        StoredColumns.Check(columns, create.Query);
        StagedRows rows = Stage(StoredColumns.AsStored(sql, columns), create.Query);
        await session.Tables.CreateAsync(new NewTable(create.Name.Name, columns, create.SchemaTitle, create.ProfileEnabled), rows, cancellationToken);
        return new StatementResult("SELECT", Affected: rows.Rows);
    }

    private async Task<StatementResult> InsertAsync(InsertStatement insert, CancellationToken cancellationToken)
    {
        SqlTable table = Existing(insert.Name);
        string sql = session.Rewrite(insert.Query, values);
        IReadOnlyList<ResultColumn> columns = session.Engine.Describe(sql, insert.Query);
        StagedRows rows = Stage(StoredColumns.ForTable(sql, columns, insert.Columns, table), insert.Query);
        await session.Tables.AppendAsync(table, rows, cancellationToken);
        return new StatementResult("INSERT 0", Affected: rows.Rows);
    }

    private StatementResult Drop(DropTableStatement drop)
    {
        SqlTable? table = session.Tables.Find(drop.Name.Name);
        if (table is null && drop.IfExists)
            return new StatementResult("DROP TABLE");
        table ??= Existing(drop.Name);
        if (!session.Tables.IsOwn(table))
            throw new SqlErrorException(SqlState.InsufficientPrivilege, $"table {table.Name} was not created by Query Service", drop.Name.Position);
        session.Tables.Drop(table);
        return new StatementResult("DROP TABLE");
    }

    private async Task<StatementResult> SampleAsync(AnalyzeStatement analyze, CancellationToken cancellationToken)
    {
        if (!session.Settings.IsOn("aqp"))
            throw new SqlErrorException(SqlState.NotSupported, "TABLESAMPLE needs the session setting aqp: SET aqp=true");
        SqlTable table = Existing(analyze.Name);
        if (session.Tables.Samples(table).Count >= MostSamples)
            throw new SqlErrorException(SqlState.SystemError, $"sample limit has been reached: table {table.Name} has {MostSamples} samples", analyze.Name.Position);
        SqlStatement query = analyze.Query;
        string sql = session.Rewrite(query, values);
        long all = Convert.ToInt64(session.Engine.ExecuteScalar($"SELECT count(*) FROM ({sql})", query), CultureInfo.InvariantCulture);
        long wanted = (long)Math.Round(all * analyze.Fraction);
        StagedRows rows = Stage($"SELECT * FROM ({sql}) USING SAMPLE reservoir({wanted} ROWS)", query);
        await session.Tables.AddSampleAsync(table, analyze.Rate, rows, cancellationToken);
        return new StatementResult("ANALYZE");
    }

    private StagedRows Stage(string sql, SqlStatement query)
    {
        string file = session.Tables.StagingFile();
        return new StagedRows(file, session.Engine.CopyTo(file, sql, query));
    }

    private SqlTable Existing(TableName name) => session.Tables.Find(name.Name)
        ?? throw new SqlErrorException(SqlState.UndefinedTable, $"relation \"{name.Name}\" does not exist", name.Position);

    private static SqlErrorException Unsupported(SqlStatement statement)
    {
        SqlTokens tokens = statement.Tokens;
        if (tokens[statement.From].Kind != SqlTokenKind.Word)
            return tokens.SyntaxError(statement.From);
        bool known = tokens.IsAny(statement.From, "CREATE", "ALTER", "DROP", "INSERT", "UPDATE", "DELETE", "EXPLAIN", "COPY", "PREPARE", "EXECUTE", "DECLARE",
            "FETCH", "MOVE", "CLOSE", "DEALLOCATE", "ANALYZE", "TRUNCATE", "MERGE", "GRANT", "REVOKE", "CALL", "DO", "LISTEN", "NOTIFY", "SAVEPOINT", "RELEASE", "VACUUM",
            "LOCK", "REFRESH", "USE", "DESCRIBE", "PRAGMA", "ATTACH", "INSTALL", "LOAD", "EXPORT", "IMPORT", "CHECKPOINT", "COMMENT", "REINDEX", "SHOW");
        if (!known)
            return tokens.SyntaxError(statement.From);
        int words = statement.StartsWith("CREATE") || statement.StartsWith("DROP") || statement.StartsWith("ALTER") ? 2 : 1;
        string construct = string.Join(' ', Enumerable.Range(statement.From, Math.Min(words, statement.To - statement.From)).Select(index => tokens.Text(index)));
        return SqlErrorException.NotSupported(construct.ToUpperInvariant(), tokens[statement.From].Start);
    }
}
