using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// The part of PostgreSQL's catalog that drivers read to learn the types. Queries on it run in the engine as they are written.
/// Listing tables over the catalog is not supported, and says so, instead of showing no tables.
/// </summary>
internal static class CatalogTables
{
    private const string Schema = "pg_catalog";
    private const uint ArrayReceive = 2400;
    private const uint SystemNamespace = 11;

    private static readonly Dictionary<string, string> Relations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pg_type"] = Types(),
        ["pg_namespace"] = $"SELECT CAST({SystemNamespace} AS UINTEGER) AS oid, 'pg_catalog' AS nspname",
        ["pg_proc"] = $"SELECT CAST({ArrayReceive} AS UINTEGER) AS oid, 'array_recv' AS proname",
        ["pg_class"] = "SELECT CAST(0 AS UINTEGER) AS oid, '' AS relname, '' AS relkind WHERE false",
        ["pg_range"] = "SELECT CAST(0 AS UINTEGER) AS rngtypid, CAST(0 AS UINTEGER) AS rngsubtype, CAST(0 AS UINTEGER) AS rngmultitypid WHERE false",
        ["pg_enum"] = "SELECT CAST(0 AS UINTEGER) AS oid, CAST(0 AS UINTEGER) AS enumtypid, '' AS enumlabel, CAST(0 AS FLOAT) AS enumsortorder WHERE false",
        ["pg_attribute"] = "SELECT CAST(0 AS UINTEGER) AS attrelid, '' AS attname, CAST(0 AS UINTEGER) AS atttypid, 0 AS attnum, false AS attisdropped WHERE false",
    };

    /// <summary>The relation of a catalog table, or null when the reference names none.</summary>
    public static string? Relation(TableReference reference, int position)
    {
        bool qualified = reference.Parts.Count > 1;
        bool isCatalog = qualified
            ? reference.Parts[^2].Equals(Schema, StringComparison.OrdinalIgnoreCase)
            : Relations.ContainsKey(reference.Name);
        if (qualified && reference.Parts[^2].Equals("information_schema", StringComparison.OrdinalIgnoreCase))
            throw SqlErrorException.NotSupported($"the catalog table {reference.FullName}", position);
        if (!isCatalog)
            return null;
        return Relations.TryGetValue(reference.Name, out string? relation)
            ? $"({relation})"
            : throw SqlErrorException.NotSupported($"the catalog table {reference.FullName}", position);
    }

    private static string Types()
    {
        IEnumerable<string> rows = PostgresType.All.SelectMany(type => type.ArrayOid == 0
            ? [Row(type.Oid, type.Name, "b", type.Category, 0, 0)]
            : new[] { Row(type.Oid, type.Name, "b", type.Category, 0, 0), Row(type.ArrayOid, "_" + type.Name, "b", 'A', type.Oid, ArrayReceive) });
        return string.Join(" UNION ALL ", rows);
    }

    private static string Row(uint oid, string name, string kind, char category, uint element, uint receive) =>
        $"SELECT CAST({oid} AS UINTEGER) AS oid, {DuckDb.Literal(name)} AS typname, CAST({SystemNamespace} AS UINTEGER) AS typnamespace, '{kind}' AS typtype, "
        + $"'{category}' AS typcategory, CAST(0 AS UINTEGER) AS typrelid, false AS typnotnull, CAST({element} AS UINTEGER) AS typelem, "
        + $"CAST({receive} AS UINTEGER) AS typreceive, CAST(0 AS UINTEGER) AS typbasetype";
}
