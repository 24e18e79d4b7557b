using System.Text.Json;

namespace Aep.Sdk.Schemas;

/// <summary>The XDM type of a definition: as the registry states it, or as its JSON Schema says.</summary>
internal static class XdmTypes
{
    public static XdmFieldType Of(JsonElement definition, XdmParts parts)
    {
        string? stated = definition.Text("meta:xdmType");
        return (definition.Text("type"), stated) switch
        {
            ("object", "map") => XdmFieldType.Map,
            ("object" or null, _) when parts.Properties.Count > 0 => XdmFieldType.Object,
            ("object", _) when definition.Object("additionalProperties") is not null => XdmFieldType.Map,
            (_, { Length: > 0 }) => new XdmFieldType(stated),
            ("string", _) => OfText(definition.Text("format")),
            ("integer", _) => OfBounds(definition.Number("minimum"), definition.Number("maximum")),
            ("array", _) => XdmFieldType.Array,
            ("number", _) => XdmFieldType.Number,
            ("boolean", _) => XdmFieldType.Boolean,
            ("object" or null, _) => XdmFieldType.Object,
            (string other, _) => new XdmFieldType(other),
        };
    }

    private static XdmFieldType OfText(string? format) => format switch
    {
        "date" => XdmFieldType.Date,
        "date-time" => XdmFieldType.DateTime,
        _ => XdmFieldType.String,
    };

    // The registry writes the bounds of a type as ±128, ±32768, ±2147483648; only more than 32 bits is a long.
    private static XdmFieldType OfBounds(double? minimum, double? maximum) => Math.Max(-minimum ?? 0, maximum ?? 0) switch
    {
        > 2147483648 => XdmFieldType.Long,
        128 or 127 => XdmFieldType.Byte,
        32768 or 32767 => XdmFieldType.Short,
        _ => XdmFieldType.Int,
    };
}
