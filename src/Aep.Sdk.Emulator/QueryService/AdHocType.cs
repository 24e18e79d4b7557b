using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.QueryService;

/// <summary>The type of a result's column in terms of XDM.</summary>
internal static class AdHocType
{
    public static JsonObject Of(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Boolean => Scalar("boolean", "boolean"),
        SqlTypeKind.TinyInt => Integer("byte", sbyte.MinValue, sbyte.MaxValue),
        SqlTypeKind.SmallInt => Integer("short", short.MinValue, short.MaxValue),
        SqlTypeKind.Integer => Integer("int", int.MinValue, int.MaxValue),
        SqlTypeKind.BigInt or SqlTypeKind.HugeInt or SqlTypeKind.UnsignedInteger => Integer("long", long.MinValue, long.MaxValue),
        SqlTypeKind.Float or SqlTypeKind.Double or SqlTypeKind.Decimal => Scalar("number", "number"),
        SqlTypeKind.Date => Text("date", "date"),
        SqlTypeKind.Timestamp or SqlTypeKind.TimestampTz => Text("date-time", "date-time"),
        SqlTypeKind.List => new JsonObject { ["type"] = "array", ["meta:xdmType"] = "array", ["items"] = Of(type.Item!) },
        SqlTypeKind.Map => new JsonObject
        {
            ["type"] = "object",
            ["meta:xdmType"] = "map",
            ["additionalProperties"] = Of(type.Fields[1].Type)
        },
        SqlTypeKind.Struct => new JsonObject
        {
            ["type"] = "object",
            ["meta:xdmType"] = "object",
            ["properties"] = new JsonObject(type.Fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)Of(field.Type)))),
        },
        _ => Scalar("string", "string"),
    };

    private static JsonObject Scalar(string type, string xdmType) => new() { ["type"] = type, ["meta:xdmType"] = xdmType };

    private static JsonObject Text(string xdmType, string format) =>
        new() { ["type"] = "string", ["meta:xdmType"] = xdmType, ["format"] = format };

    private static JsonObject Integer(string xdmType, long least, long most) =>
        new() { ["type"] = "integer", ["meta:xdmType"] = xdmType, ["minimum"] = least, ["maximum"] = most };
}
