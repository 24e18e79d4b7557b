using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>
/// Times in exported JSON: ISO 8601 with milliseconds, in UTC, as XDM has them. The engine writes so at the first level only; below it, in
/// objects, lists and maps, its own form would stay, which has a blank in the middle and no zone.
/// </summary>
internal static class IsoTimes
{
    public const string Format = "%Y-%m-%dT%H:%M:%S.%gZ";

    /// <summary>The SQL expression of a value in which every time is text; the expression itself when there is none.</summary>
    public static string Of(SqlType type, string value, int depth = 0)
    {
        if (!HasTimes(type))
            return value;
        string item = $"x{depth}";
        return type.Kind switch
        {
            SqlTypeKind.Struct => $"CASE WHEN {value} IS NULL THEN NULL ELSE struct_pack({Fields(type, value, depth)}) END",
            SqlTypeKind.List => $"list_transform({value}, lambda {item}: {Of(type.Item!, item, depth + 1)})",
            SqlTypeKind.Map => $"map_from_entries(list_transform(map_entries({value}), lambda {item}: "
                + $"struct_pack(k := {item}.key, v := {Of(type.Fields[1].Type, $"{item}.value", depth + 1)})))",
            _ => $"strftime({value}, {DuckDb.Literal(Format)})",
        };
    }

    private static string Fields(SqlType type, string value, int depth) => string.Join(", ", type.Fields.Select(field =>
    {
        string member = $"struct_extract({value}, {DuckDb.Literal(field.Name)})";
        return $"{DuckDb.Identifier(field.Name)} := {Of(field.Type, member, depth)}";
    }));

    private static bool HasTimes(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Timestamp or SqlTypeKind.TimestampTz => true,
        SqlTypeKind.List => HasTimes(type.Item!),
        SqlTypeKind.Map => HasTimes(type.Fields[1].Type),
        SqlTypeKind.Struct => type.Fields.Any(field => HasTimes(field.Type)),
        _ => false,
    };
}
