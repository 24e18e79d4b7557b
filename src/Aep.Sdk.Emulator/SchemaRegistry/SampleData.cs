using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>A row that fits a schema: every field has a value of its type, within what the schema allows.</summary>
internal static class SampleData
{
    public static JsonObject Of(XdmSchema schema) => Object(schema.Fields);

    private static JsonObject Object(IReadOnlyList<XdmField> fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, Value(field))));

    private static JsonNode? Value(XdmField field) => field.Kind switch
    {
        XdmKind.Object => Object(field.Fields),
        XdmKind.Array => new JsonArray(Value(Items(field))),
        XdmKind.Map => new JsonObject { ["key"] = Value(Items(field)) },
        XdmKind.Boolean => false,
        XdmKind.Number => Number(field) + 0.0,
        XdmKind.Integer or XdmKind.Long or XdmKind.Short or XdmKind.Byte => (long)Number(field),
        XdmKind.Date => "2018-11-12",
        XdmKind.DateTime => "2018-11-12T20:20:39+00:00",
        _ => Text(field),
    };

    private static double Number(XdmField field)
    {
        double low = Bound(field, "minimum") ?? 0, high = Bound(field, "maximum") ?? double.MaxValue;
        return Math.Clamp(Math.Ceiling(Math.Max(low, Math.Min(1, high))), low, high);
    }

    private static string Text(XdmField field)
    {
        if (field.Definition["enum"] is JsonArray { Count: > 0 } values)
            return values[0]!.ToString();
        return (string?)field.Definition["format"] switch
        {
            "uri" => "https://ns.adobe.com/xdm/common/uri",
            "uri-reference" => "/uri-reference",
            "email" => "someone@example.com",
            "ipv4" => "192.0.2.1",
            "ipv6" => "2001:db8::1",
            _ => "Sample value",
        };
    }

    private static double? Bound(XdmField field, string name) =>
        field.Definition[name] is JsonValue value && value.TryGetValue(out double number) ? number : null;

    private static XdmField Items(XdmField field) => field.Items ?? XdmField.Of("items", XdmKind.String);
}
