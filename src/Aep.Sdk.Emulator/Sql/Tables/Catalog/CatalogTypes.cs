namespace Aep.Sdk.Emulator.Sql;

/// <summary>Casts to regtype: the name of a type in quotes is its object id, an object id is the type's name.</summary>
internal static class CatalogTypes
{
    // Types that tools compare with and no value has.
    private static readonly Dictionary<string, uint> Others =
        new() { ["trigger"] = 2279, ["cstring"] = 2275, ["any"] = 2276, ["anyarray"] = 2277, ["void"] = 2278, ["name"] = 19 };

    public static string TypeId(string operand, int position)
    {
        if (!operand.StartsWith('\''))
            return $"format_type({operand}, NULL)";
        string name = operand.Trim('\'').Replace("pg_catalog.", "", StringComparison.OrdinalIgnoreCase).Trim('"');
        uint? oid = PostgresType.All.FirstOrDefault(type => type.Name == name)?.Oid
            ?? (Others.TryGetValue(name, out uint other) ? other : null);
        return oid is uint id
            ? $"CAST({id} AS UINTEGER)"
            : throw new SqlErrorException(SqlState.UndefinedObject, $"type \"{name}\" does not exist", position);
    }
}
