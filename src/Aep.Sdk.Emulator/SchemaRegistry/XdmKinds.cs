using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.SchemaRegistry;

internal static class XdmKinds
{
    private const long MaxInt = int.MaxValue;

    /// <summary>The kind of a field definition: <c>meta:xdmType</c> where it is given, else type, format and range.</summary>
    public static XdmKind Of(JsonObject definition) => (string?)definition["meta:xdmType"] switch
    {
        "string" => XdmKind.String,
        "double" or "number" => XdmKind.Number,
        "int" or "integer" => XdmKind.Integer,
        "long" => XdmKind.Long,
        "short" => XdmKind.Short,
        "byte" => XdmKind.Byte,
        "boolean" => XdmKind.Boolean,
        "date" => XdmKind.Date,
        "date-time" => XdmKind.DateTime,
        "array" => XdmKind.Array,
        "map" => XdmKind.Map,
        _ => ByJsonType(definition),
    };

    /// <summary>The definition that a field of this kind has in a schema.</summary>
    public static JsonObject Define(XdmField field) => field.Kind switch
    {
        XdmKind.Number => new JsonObject { ["type"] = "number", ["meta:xdmType"] = "double" },
        XdmKind.Integer => new JsonObject { ["type"] = "integer", ["meta:xdmType"] = "int" },
        XdmKind.Long => new JsonObject { ["type"] = "integer", ["meta:xdmType"] = "long" },
        XdmKind.Short => new JsonObject { ["type"] = "integer", ["meta:xdmType"] = "short" },
        XdmKind.Byte => new JsonObject { ["type"] = "integer", ["meta:xdmType"] = "byte" },
        XdmKind.Boolean => new JsonObject { ["type"] = "boolean", ["meta:xdmType"] = "boolean" },
        XdmKind.Date => new JsonObject { ["type"] = "string", ["format"] = "date", ["meta:xdmType"] = "date" },
        XdmKind.DateTime => new JsonObject { ["type"] = "string", ["format"] = "date-time", ["meta:xdmType"] = "date-time" },
        XdmKind.Array => new JsonObject { ["type"] = "array", ["items"] = Define(field.Items!) },
        XdmKind.Map => new JsonObject { ["type"] = "object", ["meta:xdmType"] = "map", ["additionalProperties"] = Define(field.Items!) },
        XdmKind.Object => new JsonObject { ["type"] = "object", ["properties"] = Properties(field.Fields) },
        _ => new JsonObject { ["type"] = "string", ["meta:xdmType"] = "string" },
    };

    public static JsonObject Properties(IEnumerable<XdmField> fields) =>
        new(fields.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, Define(field))));

    private static XdmKind ByJsonType(JsonObject definition) => (string?)definition["type"] switch
    {
        "string" => (string?)definition["format"] switch { "date" => XdmKind.Date, "date-time" => XdmKind.DateTime, _ => XdmKind.String },
        "number" => XdmKind.Number,
        "integer" => definition["maximum"] is { } maximum && (double)maximum <= MaxInt ? XdmKind.Integer : XdmKind.Long,
        "boolean" => XdmKind.Boolean,
        "array" => XdmKind.Array,
        _ => definition["additionalProperties"] is JsonObject && definition["properties"] is null ? XdmKind.Map : XdmKind.Object,
    };
}
