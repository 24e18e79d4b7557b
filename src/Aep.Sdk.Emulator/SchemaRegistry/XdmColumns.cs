using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>How XDM fields are stored as Parquet columns.</summary>
internal static class XdmColumns
{
    /// <summary>The DuckDB type of a field. Timestamps are UTC.</summary>
    public static string DuckDbType(XdmField field) => field.Kind switch
    {
        XdmKind.Number => "DOUBLE",
        XdmKind.Integer => "INTEGER",
        XdmKind.Long => "BIGINT",
        XdmKind.Short => "SMALLINT",
        XdmKind.Byte => "TINYINT",
        XdmKind.Boolean => "BOOLEAN",
        XdmKind.Date => "DATE",
        XdmKind.DateTime => "TIMESTAMP",
        XdmKind.Object when field.Fields.Count > 0 => $"STRUCT({Members(field.Fields)})",
        XdmKind.Array => DuckDbType(Items(field)) + "[]",
        XdmKind.Map => $"MAP(VARCHAR, {DuckDbType(Items(field))})",
        _ => "VARCHAR", // strings, and objects without fields, which a struct cannot be
    };

    /// <summary>The <c>columns</c> argument of DuckDB's JSON reader: <c>{'name': 'TYPE', …}</c>.</summary>
    public static string ReaderColumns(IReadOnlyList<XdmField> fields) =>
        "{" + string.Join(", ", fields.Select(field => $"{DuckDb.Literal(field.Name)}: {DuckDb.Literal(DuckDbType(field))}")) + "}";

    private static string Members(IReadOnlyList<XdmField> fields) =>
        string.Join(", ", fields.Select(field => $"{DuckDb.Identifier(field.Name)} {DuckDbType(field)}"));

    private static XdmField Items(XdmField field) => field.Items ?? XdmField.Of("items", XdmKind.String);
}
