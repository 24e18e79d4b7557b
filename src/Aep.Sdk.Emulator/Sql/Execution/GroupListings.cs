namespace Aep.Sdk.Emulator.Sql;

/// <summary>SHOW of keys, identities, databases, schemas and data groups.</summary>
internal static class GroupListings
{
    private const string KeyColumns = "tableName VARCHAR, columnName VARCHAR, datatype VARCHAR, namespace VARCHAR";
    private const string ForeignColumns = "tableName VARCHAR, columnName VARCHAR, datatype VARCHAR, "
        + "referencedTableName VARCHAR, referencedColumnName VARCHAR, namespace VARCHAR";
    private const string IdentityColumns = KeyColumns + ", ifPrimary BOOLEAN";
    private const string GroupColumns =
        "Database VARCHAR, Schema VARCHAR, GroupType VARCHAR, ChildType VARCHAR, ChildName VARCHAR, ChildId VARCHAR";

    /// <summary>The query that answers a statement, or null for another one.</summary>
    public static string? Lookup(SqlStatement statement, ITableSource tables, DataGroupScope groups)
    {
        int length = statement.To - statement.From;
        if (statement.StartsWith("SHOW", "PRIMARY", "KEYS") && length == 3)
            return LiteralRows.Select(KeyColumns, Keys(tables, ConstraintKind.PrimaryKey, Key));
        if (statement.StartsWith("SHOW", "FOREIGN", "KEYS") && length == 3)
            return LiteralRows.Select(ForeignColumns, Keys(tables, ConstraintKind.ForeignKey, ForeignKey));
        if (statement.StartsWith("SHOW", "IDENTITIES") && length == 2)
            return LiteralRows.Select(IdentityColumns, Identities(tables));
        if (statement.StartsWith("SHOW", "DATABASES") && length == 2)
            return LiteralRows.Select("name VARCHAR", groups.Databases.Select(name => new object?[] { name }));
        if (statement.StartsWith("SHOW", "SCHEMAS") && length == 2)
            return LiteralRows.Select("database VARCHAR, schema VARCHAR", groups.Schemas.Select(Schema));
        return statement.StartsWith("SHOW", "DATAGROUPS") ? Groups(statement, tables, groups) : null;
    }

    private static object?[] Schema(DataGroup group) => [group.Database, group.Schema];

    private static IEnumerable<object?[]> Keys(
        ITableSource tables, ConstraintKind kind, Func<SqlTable, TableConstraint, int, object?[]> row) =>
        tables.Constraints.Of(tables.All(), kind).SelectMany(pair =>
            pair.Constraint.Columns.Select((_, index) => row(pair.Table, pair.Constraint, index)));

    private static object?[] Key(SqlTable table, TableConstraint key, int index) =>
        [table.Name, key.Columns[index], TypeName(table, key.Columns[index]), key.Namespace];

    private static object?[] ForeignKey(SqlTable table, TableConstraint key, int index)
    {
        string column = key.Columns[index];
        return [table.Name, column, TypeName(table, column), key.ReferencedTable, key.ReferencedColumns![index], key.Namespace];
    }

    private static IEnumerable<object?[]> Identities(ITableSource tables) =>
        tables.Constraints.Of(tables.All(), ConstraintKind.PrimaryIdentity, ConstraintKind.Identity)
            .Select(pair => (object?[])[.. Key(pair.Table, pair.Constraint, 0), pair.Constraint.Kind == ConstraintKind.PrimaryIdentity]);

    private static string Groups(SqlStatement statement, ITableSource tables, DataGroupScope groups)
    {
        (SqlTokens tokens, int at) = (statement.Tokens, statement.From + 2);
        string? only = null;
        if (tokens.Is(at, "FOR") && at + 1 < statement.To)
            (only, at) = (tokens.StringValue(at + 1) ?? tokens.Name(at + 1), at + 2);
        if (at < statement.To)
            throw tokens.SyntaxError(at);
        return LiteralRows.Select(GroupColumns, groups.Schemas.SelectMany(group => group.Members
            .Where(member => only is null || member.Equals(only, StringComparison.OrdinalIgnoreCase))
            .Select(member => Child(group, member, tables))));
    }

    private static object?[] Child(DataGroup group, string member, ITableSource tables) => tables.Views.Find(member) is SqlView view
        ? [group.Database, group.Schema, "ADLS", "View", view.Name, view.Id]
        : tables.Groups.IsAccelerated(group.Database)
            ? [group.Database, group.Schema, "QSACCEL", "Data Warehouse Table", member, tables.Find(member)?.DatasetId]
            : [group.Database, group.Schema, "ADLS", "Data Lake Table", member, tables.Find(member)?.DatasetId];

    private static string TypeName(SqlTable table, string path)
    {
        PostgresType type = ColumnPath.Find(table, path).Type.Wire;
        return type == PostgresType.Varchar ? PostgresType.Text.Name : type.Name;
    }
}
