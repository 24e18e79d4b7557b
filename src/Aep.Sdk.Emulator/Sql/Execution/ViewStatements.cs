namespace Aep.Sdk.Emulator.Sql;

/// <summary>CREATE VIEW and DROP VIEW. A view lasts until it is dropped, and all sessions of the sandbox see it.</summary>
internal sealed class ViewStatements(SqlSession session)
{
    public StatementResult? TryRun(SqlStatement statement)
    {
        if (CreateViewStatement.Is(statement))
            return Create(CreateViewStatement.Parse(statement));
        return statement.StartsWith("DROP", "VIEW") ? Drop(DropTableStatement.Parse(statement)) : null;
    }

    private StatementResult Create(CreateViewStatement create)
    {
        create.Name.CheckIsPlain();
        string name = create.Name.Name.ToLowerInvariant();
        SqlView? before = session.Tables.Views.Find(name);
        if (session.Tables.Find(name) is not null)
        {
            throw create.Replaces
                ? new SqlErrorException(SqlState.WrongObjectType, $"\"{name}\" is not a view", create.Name.Position)
                : new SqlErrorException(SqlState.DuplicateTable, $"relation \"{name}\" already exists", create.Name.Position);
        }
        if (before is not null && !create.Replaces)
            throw new SqlErrorException(SqlState.DuplicateTable, $"relation \"{name}\" already exists", create.Name.Position);
        IReadOnlyList<ResultColumn> columns = session.BindView(create.Query, name).Columns;
        StoredColumns.CheckDiffer(columns, create.Query);
        CheckCanBeKept(create.Query);
        session.Tables.Views.Save(new SqlView(
            name, before?.Id ?? Guid.NewGuid().ToString(), create.Query.Text,
            [.. columns.Select(column => new TableColumn(column.Name, column.Type.Name))]));
        return new StatementResult("CREATE VIEW");
    }

    // A view is kept as its text, which does not say that a field is one of a list's items.
    private static void CheckCanBeKept(SqlStatement query)
    {
        for (int index = query.From; index < query.To; index++)
        {
            if (query.Tokens[index].Kind == SqlTokenKind.ItemField)
                throw SqlErrorException.NotSupported("a field of the items of a list in a view", query.Tokens[index].Start);
        }
    }

    private StatementResult Drop(DropTableStatement drop)
    {
        SqlView? view = session.Tables.Views.Find(drop.Name.Name);
        if (view is not null)
        {
            session.Tables.Views.Drop(view);
            session.Tables.Groups.Forget(view.Name);
        }
        else if (session.Tables.Find(drop.Name.Name) is not null)
            throw new SqlErrorException(SqlState.WrongObjectType, $"\"{drop.Name.Name}\" is not a view", drop.Name.Position);
        else if (!drop.IfExists)
            throw new SqlErrorException(SqlState.UndefinedTable, $"view \"{drop.Name.Name}\" does not exist", drop.Name.Position);
        return view is not null
            ? new StatementResult("DROP VIEW")
            : new StatementResult("DROP VIEW")
            {
                Notice = new SqlNotice(SqlState.Success, $"view \"{drop.Name.Name}\" does not exist, skipping")
            };
    }
}
