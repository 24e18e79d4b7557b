using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The XDM field that a result's column becomes.</summary>
internal static class XdmFields
{
    public static XdmField Of(string name, SqlType type) => type.Kind switch
    {
        SqlTypeKind.Struct =>
            new XdmField(name, XdmKind.Object, [.. type.Fields.Select(member => Of(member.Name, member.Type))], null, false),
        SqlTypeKind.List => new XdmField(name, XdmKind.Array, [], Of("items", type.Item!), false),
        SqlTypeKind.Map => new XdmField(name, XdmKind.Map, [], Of("value", type.Fields[1].Type), false),
        _ => new XdmField(name, Scalar(type.Kind), [], null, false),
    };

    private static XdmKind Scalar(SqlTypeKind kind) => kind switch
    {
        SqlTypeKind.Boolean => XdmKind.Boolean,
        SqlTypeKind.TinyInt => XdmKind.Byte,
        SqlTypeKind.SmallInt => XdmKind.Short,
        SqlTypeKind.Integer => XdmKind.Integer,
        SqlTypeKind.BigInt or SqlTypeKind.HugeInt or SqlTypeKind.UnsignedInteger => XdmKind.Long,
        SqlTypeKind.Float or SqlTypeKind.Double or SqlTypeKind.Decimal => XdmKind.Number,
        SqlTypeKind.Date => XdmKind.Date,
        SqlTypeKind.Timestamp or SqlTypeKind.TimestampTz => XdmKind.DateTime,
        _ => XdmKind.String,
    };
}
