using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Schemas;

/// <summary>
/// XDM definitions of a C# type, from the metadata that the serializer works with: no reflection over members, so that it works in trimmed and
/// ahead-of-time compiled programs.
/// </summary>
internal sealed class XdmTypeReader
{
    private readonly List<string> _faults = [];
    private readonly List<XdmIdentity> _identities = [];
    private readonly Stack<Type> _open = new();

    /// <exception cref="ArgumentException">Something is no XDM; the message lists each fault with its path.</exception>
    public XdmTypeFields Read(JsonTypeInfo type)
    {
        JsonTypeInfo fields = Members(type).Where(member => member.Attributes.Has<XdmTenantAttribute>())
            .Select(member => type.Options.GetTypeInfo(member.Property.PropertyType)).FirstOrDefault() ?? type;
        JsonObject properties = fields.Kind == JsonTypeInfoKind.Object
            ? Object(fields, "", out List<string> required)
            : throw new ArgumentException($"{fields.Type.Name} is not a type with properties.");
        if (properties.Count == 0)
            _faults.Add($"{fields.Type.Name} has no properties");
        if (_faults.Count > 0)
            throw new ArgumentException($"{fields.Type.Name} cannot be XDM: {string.Join("; ", _faults)}.");
        return new XdmTypeFields(properties, required, _identities);
    }

    private static IEnumerable<(JsonPropertyInfo Property, XdmAttributes Attributes)> Members(JsonTypeInfo type) =>
        type.Properties.Where(property => !property.IsExtensionData && property.Get is not null).Select(property => (property, new XdmAttributes(property)));

    private JsonObject Object(JsonTypeInfo type, string path, out List<string> required)
    {
        required = [];
        var properties = new JsonObject();
        if (_open.Contains(type.Type))
        {
            _faults.Add($"{path}: {type.Type.Name} holds itself, which XDM cannot");
            return properties;
        }
        _open.Push(type.Type);
        foreach ((JsonPropertyInfo property, XdmAttributes attributes) in Members(type))
        {
            string place = XdmPath.Join(path, property.Name);
            properties[property.Name] = Member(property, attributes, place);
            if (property.IsRequired || attributes.Field.Required)
                required.Add(property.Name);
            if (attributes.First<XdmIdentityAttribute>() is { } identity)
                _identities.Add(new XdmIdentity(place, identity.NamespaceCode, identity.Primary));
        }
        _open.Pop();
        return properties;
    }

    private JsonObject Member(JsonPropertyInfo property, XdmAttributes attributes, string path)
    {
        JsonObject definition = attributes.Field.DataType is { } dataType
            ? new JsonObject { ["$ref"] = dataType }
            : Definition(property.PropertyType, property.Options.GetTypeInfo(property.PropertyType), path);
        _faults.AddRange(attributes.Write(definition, property.Name).Select(fault => $"{path}: {fault}"));
        if (attributes.First<XdmIdentityAttribute>() is not null && (string?)definition["type"] != "string")
            _faults.Add($"{path}: an identity is a text");
        return definition;
    }

    private JsonObject Definition(Type type, JsonTypeInfo info, string path)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        if (XdmScalars.Of(bare) is { } scalar)
            return scalar;
        if (bare.IsEnum)
            return XdmScalars.OfEnum(bare, info.Options.GetTypeInfo(bare));
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Enumerable:
                return new JsonObject { ["type"] = "array", ["items"] = Definition(info.ElementType!, info.Options.GetTypeInfo(info.ElementType!), path + XdmPath.Element) };
            case JsonTypeInfoKind.Dictionary:
                return Map(info, path);
            case JsonTypeInfoKind.Object when bare != typeof(object):
                return Nested(info, path);
            default:
                _faults.Add($"{path}: {bare.Name} has no XDM type");
                return [];
        }
    }

    private JsonObject Nested(JsonTypeInfo info, string path)
    {
        var definition = new JsonObject { ["type"] = "object", ["properties"] = Object(info, path, out List<string> required) };
        if (required.Count > 0)
            definition["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        return definition;
    }

    // Adobe's rule for maps of one's own: text or whole numbers.
    private JsonObject Map(JsonTypeInfo info, string path)
    {
        JsonObject values = Definition(info.ElementType!, info.Options.GetTypeInfo(info.ElementType!), path + XdmPath.Value);
        if ((string?)values["type"] is not ("string" or "integer"))
            _faults.Add($"{path}: the values of a map are texts or whole numbers");
        return new JsonObject { ["type"] = "object", ["meta:xdmType"] = "map", ["additionalProperties"] = values };
    }
}
