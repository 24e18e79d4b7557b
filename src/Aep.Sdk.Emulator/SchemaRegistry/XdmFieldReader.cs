using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Reads fields off a JSON Schema in which every <c>$ref</c> is resolved.</summary>
internal static class XdmFieldReader
{
    public static IReadOnlyList<XdmField> ReadFields(JsonObject definition)
    {
        if (definition["properties"] is not JsonObject properties)
            return [];
        HashSet<string> required = definition["required"] is JsonArray names ? [.. names.Select(name => (string)name!)] : [];
        return [.. properties.Select(property => Read(property.Key, property.Value!.AsObject(), required.Contains(property.Key)))];
    }

    private static XdmField Read(string name, JsonObject definition, bool required)
    {
        XdmKind kind = XdmKinds.Of(definition);
        return new XdmField(
            name,
            kind,
            kind == XdmKind.Object ? ReadFields(definition) : [],
            kind switch
            {
                XdmKind.Array => ReadItems(definition["items"]),
                XdmKind.Map => ReadItems(definition["additionalProperties"]),
                _ => null,
            },
            required)
        {
            Definition = definition,
        };
    }

    private static XdmField ReadItems(JsonNode? items) =>
        items is JsonObject definition ? Read("items", definition, false) : XdmField.Of("items", XdmKind.String);
}
