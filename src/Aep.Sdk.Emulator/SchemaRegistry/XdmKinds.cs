using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>The correspondence of JSON Schema types, <c>meta:xdmType</c> and <see cref="XdmKind"/>.</summary>
internal static class XdmKinds
{
    private static readonly (XdmKind Kind, string Xdm, string Json, string? Format)[] Table =
    [
        (XdmKind.String, "string", "string", null),
        (XdmKind.Number, "number", "number", null),
        (XdmKind.Integer, "int", "integer", null),
        (XdmKind.Long, "long", "integer", null),
        (XdmKind.Short, "short", "integer", null),
        (XdmKind.Byte, "byte", "integer", null),
        (XdmKind.Boolean, "boolean", "boolean", null),
        (XdmKind.Date, "date", "string", "date"),
        (XdmKind.DateTime, "date-time", "string", "date-time"),
        (XdmKind.Object, "object", "object", null),
        (XdmKind.Array, "array", "array", null),
        (XdmKind.Map, "map", "object", null),
    ];

    /// <summary>What <c>meta:xdmType</c> calls a kind.</summary>
    public static string NameOf(XdmKind kind) => Table.First(row => row.Kind == kind).Xdm;

    /// <summary>The kind of a field definition. Bounds of an integer decide its width, as in Adobe's table of field types.</summary>
    public static XdmKind Of(JsonObject definition)
    {
        string? json = Text(definition["type"]) ?? (definition["properties"] is null ? null : "object");
        string? stated = Text(definition["meta:xdmType"]);
        foreach (var row in Table)
        {
            if (row.Xdm == (stated == "double" ? "number" : stated) && (row.Json == json || json is null))
                return row.Kind;
        }
        return json switch
        {
            "integer" => IntegerOf(definition),
            "number" => XdmKind.Number,
            "boolean" => XdmKind.Boolean,
            "array" => XdmKind.Array,
            "object" => definition["additionalProperties"] is JsonObject && definition["properties"] is null ? XdmKind.Map : XdmKind.Object,
            _ => Text(definition["format"]) switch { "date-time" => XdmKind.DateTime, "date" => XdmKind.Date, _ => XdmKind.String },
        };
    }

    /// <summary>A JSON Schema for a field that was made from a column.</summary>
    public static JsonObject Define(XdmField field)
    {
        var row = Table.First(entry => entry.Kind == field.Kind);
        var definition = new JsonObject { ["title"] = field.Name, ["type"] = row.Json, ["meta:xdmType"] = row.Xdm };
        if (row.Format is not null)
            definition["format"] = row.Format;
        if (field.Kind == XdmKind.Object)
            definition["properties"] =
                new JsonObject(field.Fields.Select(child => KeyValuePair.Create(child.Name, (JsonNode?)Define(child))));
        if (field.Kind == XdmKind.Array)
            definition["items"] = Define(field.Items ?? XdmField.Of("items", XdmKind.String));
        if (field.Kind == XdmKind.Map)
            definition["additionalProperties"] = Define(field.Items ?? XdmField.Of("items", XdmKind.String));
        return definition;
    }

    /// <summary>The numbers that a kind can hold.</summary>
    public static (double Low, double High) Range(XdmKind kind) => kind switch
    {
        XdmKind.Integer => (int.MinValue, int.MaxValue),
        XdmKind.Long => (long.MinValue, long.MaxValue),
        XdmKind.Short => (short.MinValue, short.MaxValue),
        XdmKind.Byte => (sbyte.MinValue, sbyte.MaxValue),
        _ => (double.MinValue, double.MaxValue),
    };

    private static XdmKind IntegerOf(JsonObject definition)
    {
        double low = Number(definition["minimum"]) ?? int.MinValue;
        double high = Number(definition["maximum"]) ?? int.MaxValue;
        if (low < int.MinValue || high > int.MaxValue)
            return XdmKind.Long;
        if (low >= sbyte.MinValue && high <= sbyte.MaxValue)
            return XdmKind.Byte;
        return low >= short.MinValue && high <= short.MaxValue ? XdmKind.Short : XdmKind.Integer;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static double? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue(out double number) ? number : null;
}
