using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>The column types that the lake stores XDM fields with.</summary>
internal static class XdmColumns
{
    public static string DuckDbType(XdmField field) => field.Kind switch
    {
        XdmKind.String => "VARCHAR",
        XdmKind.Number => "DOUBLE",
        XdmKind.Integer => "INTEGER",
        XdmKind.Long => "BIGINT",
        XdmKind.Short => "SMALLINT",
        XdmKind.Byte => "TINYINT",
        XdmKind.Boolean => "BOOLEAN",
        XdmKind.Date => "DATE",
        XdmKind.DateTime => "TIMESTAMP",
        XdmKind.Array => DuckDbType(field.Items!) + "[]",
        XdmKind.Map => $"MAP(VARCHAR, {DuckDbType(field.Items!)})",
        // A struct needs a field; an object without any is kept as it came.
        XdmKind.Object when field.Fields.Count == 0 => "JSON",
        XdmKind.Object => $"STRUCT({string.Join(", ", field.Fields.Select(child => $"{DuckDb.Identifier(child.Name)} {DuckDbType(child)}"))})",
        _ => throw new InvalidOperationException($"{field.Kind} has no column type."),
    };
}
