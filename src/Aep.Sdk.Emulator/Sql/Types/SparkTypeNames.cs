namespace Aep.Sdk.Emulator.Sql;

/// <summary>Types as Spark names them: <c>bigint</c>, <c>array&lt;string&gt;</c>, <c>struct&lt;a:int&gt;</c>.</summary>
internal static class SparkTypeNames
{
    public static string Of(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Integer => "int",
        SqlTypeKind.HugeInt or SqlTypeKind.UnsignedInteger => "bigint",
        SqlTypeKind.Decimal => type.Name.ToLowerInvariant(),
        SqlTypeKind.Varchar or SqlTypeKind.Json or SqlTypeKind.Uuid => "string",
        SqlTypeKind.Other => OfOther(type.Name),
        SqlTypeKind.TimestampTz => "timestamp",
        SqlTypeKind.List => $"array<{Of(type.Item!)}>",
        SqlTypeKind.Map => $"map<{Of(type.Fields[0].Type)},{Of(type.Fields[1].Type)}>",
        SqlTypeKind.Struct => $"struct<{string.Join(',', type.Fields.Select(field => $"{field.Name}:{Of(field.Type)}"))}>",
        _ => type.Kind.ToString().ToLowerInvariant(),
    };

    private static string OfOther(string name) => name switch
    {
        "BLOB" => "binary",
        "INTERVAL" => "interval",
        "\"NULL\"" => "void",
        _ => "string",
    };
}
