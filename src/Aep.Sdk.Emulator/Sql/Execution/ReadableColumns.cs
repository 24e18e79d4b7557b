using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// A query whose values .NET can read without loss. Decimals of more than 28 digits, intervals, and all that stands in lists, maps and
/// structs become texts of the engine: the reader would cut digits, and refuse a NULL in an inner list.
/// </summary>
internal static class ReadableColumns
{
    private const string Text = "VARCHAR";

    public static string Of(string sql, IReadOnlyList<ResultColumn> columns)
    {
        if (columns.All(column => Target(column.Type) is null))
            return sql;
        string names = string.Join(", ", columns.Select((_, index) => $"c{index}"));
        IEnumerable<string> read = columns.Select((column, index) =>
            Target(column.Type) is string type ? $"CAST(c{index} AS {type})" : $"c{index}");
        return $"SELECT {string.Join(", ", read)} FROM ({sql}) AS result({names})";
    }

    // Null where the column can be read as it is.
    private static string? Target(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Decimal => type.IsWideDecimal ? Text : null,
        SqlTypeKind.Other => IsBytes(type) ? null : Text,
        _ => type.IsComplex ? Inner(type) : null,
    };

    private static string Inner(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Struct =>
            $"STRUCT({string.Join(", ", type.Fields.Select(field => $"{DuckDb.Identifier(field.Name)} {Inner(field.Type)}"))})",
        SqlTypeKind.List => $"{Inner(type.Item!)}[]",
        SqlTypeKind.Map => $"MAP({Text}, {Inner(type.Fields[1].Type)})",
        _ => IsBytes(type) ? type.Name : Text,
    };

    private static bool IsBytes(SqlType type) => type.Kind == SqlTypeKind.Other && type.Name == "BLOB";
}
