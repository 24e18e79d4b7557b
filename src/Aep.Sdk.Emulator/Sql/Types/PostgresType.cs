namespace Aep.Sdk.Emulator.Sql;

/// <summary>A type of the wire protocol, with PostgreSQL's own object ids.</summary>
internal sealed record PostgresType(uint Oid, string Name, short Size, uint ArrayOid, char Category)
{
    public static readonly PostgresType Bool = new(16, "bool", 1, 1000, 'B');
    public static readonly PostgresType Bytea = new(17, "bytea", -1, 1001, 'U');
    public static readonly PostgresType ObjectName = new(19, "name", 64, 1003, 'S');
    public static readonly PostgresType Int8 = new(20, "int8", 8, 1016, 'N');
    public static readonly PostgresType Int2 = new(21, "int2", 2, 1005, 'N');
    public static readonly PostgresType Int4 = new(23, "int4", 4, 1007, 'N');
    public static readonly PostgresType Text = new(25, "text", -1, 1009, 'S');
    public static readonly PostgresType Oid4 = new(26, "oid", 4, 1028, 'N');
    public static readonly PostgresType Json = new(114, "json", -1, 199, 'U');
    public static readonly PostgresType Float4 = new(700, "float4", 4, 1021, 'N');
    public static readonly PostgresType Float8 = new(701, "float8", 8, 1022, 'N');
    public static readonly PostgresType Unknown = new(705, "unknown", -2, 0, 'X');
    public static readonly PostgresType Char = new(1042, "bpchar", -1, 1014, 'S');
    public static readonly PostgresType Varchar = new(1043, "varchar", -1, 1015, 'S');
    public static readonly PostgresType Date = new(1082, "date", 4, 1182, 'D');
    public static readonly PostgresType Timestamp = new(1114, "timestamp", 8, 1115, 'D');
    public static readonly PostgresType TimestampTz = new(1184, "timestamptz", 8, 1185, 'D');
    public static readonly PostgresType Numeric = new(1700, "numeric", -1, 1231, 'N');
    public static readonly PostgresType Uuid = new(2950, "uuid", 16, 2951, 'U');
    public static readonly PostgresType Jsonb = new(3802, "jsonb", -1, 3807, 'U');

    public static readonly IReadOnlyList<PostgresType> All =
        [Bool, Bytea, ObjectName, Int8, Int2, Int4, Text, Oid4, Json, Float4, Float8, Unknown, Char, Varchar, Date, Timestamp, TimestampTz,
            Numeric, Uuid, Jsonb];
}
