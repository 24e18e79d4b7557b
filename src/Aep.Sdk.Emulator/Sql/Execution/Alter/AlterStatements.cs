namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// ALTER TABLE and ALTER VIEW: keys and identities, new columns, the schemas of data groups that a table or view belongs to.
/// </summary>
internal sealed class AlterStatements(ITableStore tables)
{
    public StatementResult? TryRun(SqlStatement statement)
    {
        bool isView = statement.StartsWith("ALTER", "VIEW");
        if (!isView && !statement.StartsWith("ALTER", "TABLE"))
            return null;
        int at = statement.From + 2;
        TableName name = TableName.Read(statement.Tokens, ref at, statement.To);
        if (at >= statement.To)
            throw statement.Tokens.SyntaxError(statement.To);
        Alter(statement, at, name, isView);
        return new StatementResult(isView ? "ALTER VIEW" : "ALTER TABLE");
    }

    private void Alter(SqlStatement statement, int at, TableName name, bool isView)
    {
        SqlTokens tokens = statement.Tokens;
        bool adds = tokens.Is(at, "ADD");
        if (tokens.IsAny(at, "ADD", "SET", "REMOVE") && tokens.Is(at + 1, "SCHEMA"))
            Group(statement, at, name);
        else if (!isView && (adds || tokens.Is(at, "DROP")) && ConstraintClause.IsAt(tokens, at + 1))
            Constrain(name, ConstraintClause.Read(tokens, at + 1, statement.To, adds), adds);
        else if (!isView && tokens.AreWords(at, "ADD", "COLUMN"))
            tables.AddColumns(Table(name), NewColumns(statement, at + 2));
        else
            throw SqlErrorException.NotSupported($"ALTER {(isView ? "VIEW" : "TABLE")} … {Words(statement, at)}", tokens[at].Start);
    }

    private void Constrain(TableName name, TableConstraint constraint, bool adds)
    {
        SqlTable table = Table(name);
        constraint = constraint with { Columns = [.. constraint.Columns.Select(column => ColumnPath.Find(table, column).Path)] };
        if (!adds)
        {
            tables.Constraints.Drop(table, constraint);
            return;
        }
        if (constraint.ReferencedTable is string referenced)
            CheckReference(table, constraint, Table(new TableName(referenced, name.Position)));
        SqlTable? sharing = tables.All().FirstOrDefault(other => other.SchemaId == table.SchemaId && other.DatasetId != table.DatasetId);
        if (sharing is not null)
        {
            throw new SqlErrorException(
                SqlState.WrongObjectType, $"table {table.Name} shares its schema with {sharing.Name}: it must be its own", name.Position);
        }
        tables.Constraints.Add(table, constraint);
    }

    private static void CheckReference(SqlTable table, TableConstraint key, SqlTable referenced)
    {
        foreach ((string column, string target) in key.Columns.Zip(key.ReferencedColumns!))
        {
            if (ColumnPath.Find(table, column).Type.Name != ColumnPath.Find(referenced, target).Type.Name)
            {
                throw new SqlErrorException(
                    SqlState.DatatypeMismatch, $"columns {table.Name}.{column} and {referenced.Name}.{target} are of different types");
            }
        }
    }

    private void Group(SqlStatement statement, int at, TableName name)
    {
        bool removes = statement.Tokens.Is(at, "REMOVE");
        at += 2;
        QualifiedSchema schema = QualifiedSchema.Read(statement.Tokens, ref at, statement.To);
        if (at < statement.To)
            throw statement.Tokens.SyntaxError(at);
        string member = tables.Views.Find(name.Name)?.Name ?? Table(name).Name;
        DataGroup group = tables.Groups.Find(schema.Database, schema.Schema) ?? throw schema.Missing();
        bool contained = group.Members.Contains(member);
        if (removes && !contained)
        {
            throw new SqlErrorException(
                SqlState.UndefinedObject, $"{member} is not in schema {schema.Database}.{schema.Schema}", schema.Position);
        }
        string[] others = [.. group.Members.Where(other => other != member)];
        tables.Groups.Save(group with { Members = removes ? others : [.. others, member] });
    }

    // ADD COLUMN name type, name type: the word may be repeated.
    private static List<TableColumn> NewColumns(SqlStatement statement, int at)
    {
        SqlTokens tokens = statement.Tokens;
        List<TableColumn> columns = [];
        do
        {
            if (at >= statement.To || !tokens.IsName(at))
                throw tokens.SyntaxError(Math.Min(at, statement.To));
            string name = tokens.Name(at);
            (string type, at) = tokens.Is(at + 1, "datetime") ? ("TIMESTAMP", at + 2) : SparkTypes.Read(tokens, at + 1, statement.To);
            columns.Add(new TableColumn(name, SqlType.Parse(type).Stored));
        }
        while (tokens.IsSymbol(at, ",") && (at += tokens.AreWords(at + 1, "ADD", "COLUMN") ? 3 : 1) <= statement.To);
        return at == statement.To ? columns : throw tokens.SyntaxError(at);
    }

    private static string Words(SqlStatement statement, int at)
    {
        IEnumerable<int> words = Enumerable.Range(at, Math.Min(2, statement.To - at))
            .TakeWhile(index => statement.Tokens[index].Kind == SqlTokenKind.Word);
        return string.Join(' ', words.Select(index => statement.Tokens.Text(index))).ToUpperInvariant();
    }

    private SqlTable Table(TableName name)
    {
        if (tables.Find(name.Name) is SqlTable table)
            return table;
        throw tables.Views.Find(name.Name) is null
            ? new SqlErrorException(SqlState.UndefinedTable, $"relation \"{name.Name}\" does not exist", name.Position)
            : new SqlErrorException(SqlState.WrongObjectType, $"\"{name.Name}\" is a view, not a table", name.Position);
    }
}
