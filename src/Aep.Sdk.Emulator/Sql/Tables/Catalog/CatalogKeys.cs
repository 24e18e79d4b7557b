using System.Globalization;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// The keys that ALTER TABLE declared, in the terms of the catalog. A key with a nested column has no place there: it has no number.
/// </summary>
internal static class CatalogKeys
{
    private const string Columns = "oid UINTEGER, name VARCHAR, isprimary BOOLEAN, relation UINTEGER, columns SMALLINT[], "
        + "referenced UINTEGER, targets SMALLINT[], index UINTEGER";

    public static IReadOnlyList<CatalogKey> Of(ITableSource tables)
    {
        IReadOnlyList<SqlTable> all = tables.All();
        TableConstraints constraints = tables.Constraints;
        CatalogKey[] primary = [.. constraints.Of(all, ConstraintKind.PrimaryKey).Select(pair => Primary(pair.Table, pair.Constraint))];
        IEnumerable<CatalogKey> foreign = constraints.Of(all, ConstraintKind.ForeignKey).Select(pair =>
        {
            string name = pair.Constraint.ReferencedTable!;
            SqlTable? target = all.FirstOrDefault(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            return target is null ? null : Foreign(pair.Table, pair.Constraint, target, primary);
        }).OfType<CatalogKey>();
        return [.. primary.Concat(foreign).Where(key => !key.Columns.Contains(0) && !key.Referenced.Contains(0))];
    }

    public static string Select(ITableSource tables) => LiteralRows.Select(Columns, Of(tables).Select(key => new object?[]
    {
        key.Oid, key.Name, key.IsPrimary, key.Relation, List(key.Columns), key.ReferencedRelation, List(key.Referenced), key.Index,
    }));

    private static CatalogKey Primary(SqlTable table, TableConstraint key)
    {
        string name = $"{table.Name}_pkey";
        uint id = CatalogOids.Of($"key {table.DatasetId} {name}");
        int[] columns = Numbers(table, key.Columns);
        return new CatalogKey(id, name, IsPrimary: true, CatalogOids.Of(table), columns, ReferencedRelation: 0, Referenced: [], id)
        {
            IndexColumns = [.. columns.Where(number => number > 0).Select(number => table.Columns[number - 1])],
        };
    }

    private static CatalogKey Foreign(SqlTable table, TableConstraint key, SqlTable target, IEnumerable<CatalogKey> primary)
    {
        string name = $"{table.Name}_{string.Join('_', key.Columns)}_fkey";
        uint id = CatalogOids.Of($"key {table.DatasetId} {name}"), referenced = CatalogOids.Of(target);
        uint index = primary.FirstOrDefault(other => other.Relation == referenced)?.Oid ?? 0;
        int[] columns = Numbers(table, key.Columns), targets = Numbers(target, key.ReferencedColumns!);
        return new CatalogKey(id, name, IsPrimary: false, CatalogOids.Of(table), columns, referenced, targets, index);
    }

    private static int[] Numbers(SqlTable table, IReadOnlyList<string> names)
    {
        string[] columns = [.. table.Columns.Select(column => column.Name)];
        return [.. names.Select(name => Array.FindIndex(columns, column => column.Equals(name, StringComparison.OrdinalIgnoreCase)) + 1)];
    }

    private static string List(IEnumerable<int> numbers) =>
        $"[{string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]";
}
