namespace Aep.Sdk.Emulator.Sql;

/// <summary>What the catalog knows: relations, their columns, types and functions, as queries of the engine.</summary>
internal static class CatalogFacts
{
    private const uint System = 11;
    private const uint Public = 2200;
    private const uint Information = 13000;
    private const uint ArrayReceive = 2400;

    private const string RelationColumns =
        "oid UINTEGER, name VARCHAR, namespace UINTEGER, kind VARCHAR, columns SMALLINT, definition VARCHAR";
    private const string ColumnColumns = "relation UINTEGER, number SMALLINT, name VARCHAR, type UINTEGER, size SMALLINT, modifier INTEGER";
    private const string FunctionColumns = "oid UINTEGER, name VARCHAR, namespace UINTEGER";

    private const string TypeColumns =
        "oid UINTEGER, name VARCHAR, size SMALLINT, category VARCHAR, element UINTEGER, list UINTEGER, input VARCHAR, receive UINTEGER";

    private static readonly string Types = LiteralRows.Select(TypeColumns, PostgresType.All.SelectMany(TypeRows));

    private static readonly string Functions = LiteralRows.Select(
        FunctionColumns, [[ArrayReceive, "array_recv", System],
            .. FunctionTable.Names.Order().Select(name => new object?[] { CatalogOids.Of("function " + name), name, Public })]);

    /// <summary>Puts the facts of a sandbox in the places that a relation of the catalog has for them.</summary>
    public static string Fill(string relation, ITableSource tables)
    {
        string filled = relation.Replace("{types}", $"({Types})", StringComparison.Ordinal)
            .Replace("{functions}", $"({Functions})", StringComparison.Ordinal);
        if (filled.Contains("{relations}", StringComparison.Ordinal))
            filled = filled.Replace("{relations}", $"({Relations(tables)})", StringComparison.Ordinal);
        if (filled.Contains("{keys}", StringComparison.Ordinal))
            filled = filled.Replace("{keys}", $"({CatalogKeys.Select(tables)})", StringComparison.Ordinal);
        return filled.Contains("{columns}", StringComparison.Ordinal)
            ? filled.Replace("{columns}", $"({LiteralRows.Select(ColumnColumns, ColumnRows(tables))})", StringComparison.Ordinal)
            : filled;
    }

    /// <summary>The relations, those of the catalog among them.</summary>
    public static string Relations(ITableSource tables) => LiteralRows.Select(RelationColumns,
    [
        .. tables.All().Select(table => new object?[] { CatalogOids.Of(table), table.Name, Public, "r", table.Columns.Count, null }),
        .. tables.Views.All()
            .Select(view => new object?[] { CatalogOids.Of(view), view.Name, Public, "v", view.Columns.Count, view.Query }),
        .. CatalogKeys.Of(tables).Where(key => key.IsPrimary)
            .Select(key => new object?[] { key.Oid, key.Name, Public, "i", key.Columns.Count, null }),
        .. CatalogTables.Names.Select(name => name.Split('.')).Select(parts => SystemRow(parts[1], parts[0] == "information_schema")),
    ]);

    private static object?[] SystemRow(string name, bool isInformation) =>
        [CatalogOids.OfSystem(name), name, isInformation ? Information : System, isInformation ? "v" : "r", 0, null];

    private static IEnumerable<object?[]> ColumnRows(ITableSource tables) =>
    [
        .. tables.All().SelectMany(table => ColumnRows(CatalogOids.Of(table), table.Columns)),
        .. tables.Views.All().SelectMany(view => ColumnRows(CatalogOids.Of(view), view.Columns)),
        .. CatalogKeys.Of(tables).Where(key => key.IsPrimary).SelectMany(key => ColumnRows(key.Oid, key.IndexColumns)),
    ];

    private static IEnumerable<object?[]> ColumnRows(uint relation, IReadOnlyList<TableColumn> columns) => columns.Select((column, index) =>
    {
        PostgresType type = SqlType.Parse(column.Type).Wire;
        return new object?[] { relation, index + 1, column.Name, type.Oid, type.Size, -1 };
    });

    private static IEnumerable<object?[]> TypeRows(PostgresType type)
    {
        yield return [type.Oid, type.Name, type.Size, type.Category.ToString(), 0, type.ArrayOid, type.Name + "in", 0];
        if (type.ArrayOid != 0)
            yield return [type.ArrayOid, "_" + type.Name, -1, "A", type.Oid, 0, "array_in", ArrayReceive];
    }
}
