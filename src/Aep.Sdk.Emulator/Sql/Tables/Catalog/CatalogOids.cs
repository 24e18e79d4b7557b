using System.Security.Cryptography;
using System.Text;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// Object ids of the catalog: PostgreSQL's own for what it has, for tables and views a number that their id always gives.
/// </summary>
internal static class CatalogOids
{
    private const uint FirstNormal = 16384;

    private static readonly Dictionary<string, uint> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pg_type"] = 1247,
        ["pg_attribute"] = 1249,
        ["pg_proc"] = 1255,
        ["pg_class"] = 1259,
        ["pg_database"] = 1262,
        ["pg_attrdef"] = 2604,
        ["pg_constraint"] = 2606,
        ["pg_description"] = 2609,
        ["pg_index"] = 2610,
        ["pg_inherits"] = 2611,
        ["pg_namespace"] = 2615,
        ["pg_rewrite"] = 2618,
        ["pg_trigger"] = 2620,
    };

    public static uint Of(SqlTable table) => Of(table.DatasetId);

    public static uint Of(SqlView view) => Of(view.Id);

    public static uint Of(string id) => FirstNormal + BitConverter.ToUInt32(Hash(id)) % (int.MaxValue - FirstNormal);

    /// <summary>The id of a relation of the catalog itself.</summary>
    public static uint OfSystem(string name) =>
        Known.TryGetValue(name, out uint oid) ? oid : 13100 + BitConverter.ToUInt32(Hash(name)) % 3000;

    /// <summary>The id of the relation of that name, qualified or not, or null without one.</summary>
    public static uint? Find(string name, ITableSource tables)
    {
        string last = name[(name.LastIndexOf('.') + 1)..].Trim('"');
        if (CatalogTables.Names.Any(known => known.Split('.')[1].Equals(last, StringComparison.OrdinalIgnoreCase)))
            return OfSystem(last);
        return tables.Views.Find(last) is SqlView view ? Of(view) : tables.Find(last) is SqlTable table ? Of(table) : null;
    }

    private static byte[] Hash(string id) => SHA256.HashData(Encoding.UTF8.GetBytes(id));
}
