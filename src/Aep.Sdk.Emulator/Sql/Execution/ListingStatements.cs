namespace Aep.Sdk.Emulator.Sql;

/// <summary>SHOW TABLES, VIEWS, COLUMNS and DESCRIBE, as queries of the engine over what the sandbox holds.</summary>
internal sealed class ListingStatements(ITableSource tables, DataGroupScope groups)
{
    private const string TableColumns = "name VARCHAR, dataSetId VARCHAR, dataSet VARCHAR, description VARCHAR, resolved BOOLEAN";
    private const string ViewColumns = "namespace VARCHAR, viewName VARCHAR, isTemporary BOOLEAN";

    /// <summary>The query that answers a statement, or null for another one.</summary>
    public string? Lookup(SqlStatement statement)
    {
        int length = statement.To - statement.From;
        if (statement.StartsWith("SHOW", "TABLES") && length == 2)
            return LiteralRows.Select(TableColumns, tables.All().Where(table => groups.Lists(table.Name)).Select(Row));
        if (statement.StartsWith("SHOW", "VIEWS") && length == 2)
            return LiteralRows.Select(ViewColumns, tables.Views.All().Where(view => groups.Lists(view.Name))
                .Select(view => new object?[] { "public", view.Name, false }));
        if (statement.StartsWith("SHOW", "COLUMNS"))
            return LiteralRows.Select(
                "col_name VARCHAR", Columns(statement, AfterFrom(statement)).Select(column => new object?[] { column.Name }));
        if (!statement.StartsWith("DESCRIBE") && !statement.StartsWith("DESC"))
            return null;
        int at = statement.From + (statement.Tokens.Is(statement.From + 1, "TABLE") && length > 2 ? 2 : 1);
        if (statement.Tokens.IsAny(at, "EXTENDED", "FORMATTED", "DATABASE", "SCHEMA", "FUNCTION", "QUERY") && at + 1 < statement.To)
            throw SqlErrorException.NotSupported($"DESCRIBE {statement.Tokens.Text(at).ToUpperInvariant()}", statement.Tokens[at].Start);
        return LiteralRows.Select(
            "col_name VARCHAR, data_type VARCHAR, comment VARCHAR",
            Columns(statement, at).Select(column => new object?[] { column.Name, SparkTypeNames.Of(SqlType.Parse(column.Type)), null }));
    }

    private static object?[] Row(SqlTable table) => [table.Name, table.DatasetId, table.DatasetName, null, table.Columns.Count > 0];

    private static int AfterFrom(SqlStatement statement) => statement.Tokens.IsAny(statement.From + 2, "FROM", "IN")
        ? statement.From + 3
        : throw statement.Tokens.SyntaxError(statement.From + 2);

    private IReadOnlyList<TableColumn> Columns(SqlStatement statement, int at)
    {
        TableName name = TableName.Read(statement.Tokens, ref at, statement.To);
        if (at < statement.To)
            throw statement.Tokens.SyntaxError(at);
        return tables.Views.Find(name.Name)?.Columns ?? tables.Find(name.Name)?.Columns
            ?? throw new SqlErrorException(SqlState.UndefinedTable, $"relation \"{name.Name}\" does not exist", name.Position);
    }
}
