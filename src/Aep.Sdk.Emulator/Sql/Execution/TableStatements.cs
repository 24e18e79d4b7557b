using System.Globalization;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>Statements that make, fill, sample and drop tables.</summary>
internal sealed class TableStatements(SqlSession session, SqlValues values)
{
    private const int MostSamples = 5;

    public StatementResult Run(SqlStatement statement)
    {
        if (statement.StartsWith("CREATE", "TABLE"))
            return Create(CreateTableStatement.Parse(statement));
        if (SelectInto.TryParse(statement) is CreateTableStatement into)
            return Create(into);
        if (statement.StartsWith("INSERT", "INTO"))
            return Insert(InsertStatement.Parse(statement));
        if (statement.StartsWith("DROP", "TABLE") || statement.StartsWith("DROP", "TABLESAMPLE"))
            return Drop(DropTableStatement.Parse(statement));
        if (statement.StartsWith("ANALYZE", "TABLE"))
            return Sample(AnalyzeStatement.Parse(statement));
        throw UnsupportedStatements.Error(statement);
    }

    private StatementResult Create(CreateTableStatement create)
    {
        if (session.Tables.Find(create.Name.Name) is not null || session.Tables.Views.Find(create.Name.Name) is not null)
        {
            return create.IfNotExists
                ? new StatementResult("SELECT", Affected: 0)
                {
                    Notice = new SqlNotice(
                        SqlState.DuplicateTable, $"relation \"{create.Name.Name}\" already exists, skipping")
                }
                : throw new SqlErrorException(
                    SqlState.DuplicateTable, $"relation \"{create.Name.Name}\" already exists", create.Name.Position);
        }
        create.Name.CheckIsPlain();
        DataGroup? group = Group(create.Name);
        (string sql, IReadOnlyList<ResultColumn> columns) = create.SchemaTitle is null
            ? session.Bind(create.Query, values)
            : session.BindSource(create.Query, values);
        StagedRows rows = Stage(Shape(create, sql, columns), create.Query);
        session.Tables.Create(new NewTable(create.Name.Name, columns, create.SchemaTitle, create.ProfileEnabled), rows);
        if (group is not null)
            session.Tables.Groups.Save(group with { Members = [.. group.Members, create.Name.Name] });
        return new StatementResult("SELECT", Affected: rows.Rows);
    }

    // The schema of CREATE SCHEMA that a qualified name puts the table in.
    private DataGroup? Group(TableName name) => name.Qualifiers switch
    {
        [string database, string schema] => session.Tables.Groups.Find(database, schema)
            ?? throw new QualifiedSchema(database, schema, name.Position).Missing(),
        [string schema] => session.Groups.Schemas.FirstOrDefault(group => group.Schema.Equals(schema, StringComparison.OrdinalIgnoreCase)),
        _ => null,
    };

    // With an existing schema the rows take its columns; without one the columns make the schema.
    private string Shape(CreateTableStatement create, string sql, IReadOnlyList<ResultColumn> columns)
    {
        if (create.SchemaTitle is null)
        {
            StoredColumns.Check(columns, create.Query);
            return StoredColumns.AsStored(sql, columns);
        }
        IReadOnlyList<TableColumn> target = session.Tables.SchemaColumns(create.SchemaTitle)
            ?? throw new SqlErrorException(
                SqlState.UndefinedObject, $"there is no schema with the title {create.SchemaTitle}", create.Name.Position);
        return StoredColumns.ForTable(sql, columns, null, new SqlTable(create.Name.Name, "", target, []));
    }

    private StatementResult Insert(InsertStatement insert)
    {
        SqlTable table = Existing(insert.Name);
        (string sql, IReadOnlyList<ResultColumn> columns) = session.BindSource(insert.Query, values);
        StagedRows rows = Stage(StoredColumns.ForTable(sql, columns, insert.Columns, table), insert.Query);
        session.Tables.Append(table, rows);
        return new StatementResult("INSERT 0", Affected: rows.Rows);
    }

    private StatementResult Drop(DropTableStatement drop)
    {
        SqlTable? table = session.Tables.Find(drop.Name.Name);
        if (table is null && drop.IfExists && session.Tables.Views.Find(drop.Name.Name) is null)
            return new StatementResult("DROP TABLE")
            {
                Notice = new SqlNotice(SqlState.Success, $"table \"{drop.Name.Name}\" does not exist, skipping")
            };
        table ??= Existing(drop.Name);
        if (!session.Tables.IsOwn(table))
            throw new SqlErrorException(
                SqlState.InsufficientPrivilege, $"table {table.Name} was not created by Query Service", drop.Name.Position);
        session.Tables.Drop(table);
        return new StatementResult("DROP TABLE");
    }

    private StatementResult Sample(AnalyzeStatement analyze)
    {
        if (!session.Settings.IsOn("aqp"))
            throw new SqlErrorException(SqlState.NotSupported, "TABLESAMPLE needs the session setting aqp: SET aqp=true");
        SqlTable table = Existing(analyze.Name);
        if (session.Tables.Samples(table).Count >= MostSamples)
            throw new SqlErrorException(SqlState.ProgramLimitExceeded,
                $"sample limit has been reached: table {table.Name} has {MostSamples} samples", analyze.Name.Position);
        SqlStatement query = analyze.Query;
        string sql = session.Bind(query, values).Sql;
        long all = Convert.ToInt64(session.Engine.ExecuteScalar($"SELECT count(*) FROM ({sql})", query), CultureInfo.InvariantCulture);
        long wanted = (long)Math.Round(all * analyze.Fraction);
        StagedRows rows = Stage($"SELECT * FROM ({sql}) USING SAMPLE reservoir({wanted} ROWS)", query);
        session.Tables.AddSample(table, analyze.Rate, rows);
        return new StatementResult("ANALYZE");
    }

    private StagedRows Stage(string sql, SqlStatement query)
    {
        string file = session.Tables.StagingFile();
        return new StagedRows(file, session.Engine.CopyTo(file, sql, query));
    }

    private SqlTable Existing(TableName name)
    {
        if (session.Tables.Find(name.Name) is SqlTable table)
            return table;
        throw session.Tables.Views.Find(name.Name) is null
            ? new SqlErrorException(SqlState.UndefinedTable, $"relation \"{name.Name}\" does not exist", name.Position)
            : new SqlErrorException(SqlState.WrongObjectType, $"\"{name.Name}\" is a view, not a table", name.Position);
    }
}
