using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Schemas;

/// <summary>
/// XDM definitions of a C# type, from the metadata that the serializer works with: no reflection over members, so that it works in trimmed
/// and ahead-of-time compiled programs.
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
            : throw new ArgumentException($"{TypeName.Of(fields.Type)} is not a type with properties.");
        if (_faults.Count > 0)
            throw new ArgumentException($"{TypeName.Of(fields.Type)} cannot be XDM: {string.Join("; ", _faults)}.");
        return new XdmTypeFields(properties, required, _identities);
    }

    private static IEnumerable<(JsonPropertyInfo Property, XdmAttributes Attributes)> Members(JsonTypeInfo type) =>
        type.Properties.Where(property => !property.IsExtensionData && property.Get is not null)
            .Select(property => (property, new XdmAttributes(property)));

    private JsonObject Object(JsonTypeInfo type, string path, out List<string> required)
    {
        required = [];
        var properties = new JsonObject();
        if (_open.Contains(type.Type))
        {
            Fault(path, $"{TypeName.Of(type.Type)} holds itself, which XDM cannot");
            return properties;
        }
        if (type.PolymorphismOptions is { DerivedTypes.Count: > 0 })
            Fault(path, $"{TypeName.Of(type.Type)} stands for several types, of which XDM knows one");
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
        if (properties.Count == 0)
            Fault(path, $"{TypeName.Of(type.Type)} has no properties");
        foreach (string fault in XdmDefinitionCheck.SameNames(properties))
            Fault(path, fault);
        return properties;
    }

    private JsonObject Member(JsonPropertyInfo property, XdmAttributes attributes, string path)
    {
        JsonObject definition = attributes.Field.DataType is { } dataType
            ? new JsonObject { ["$ref"] = dataType }
            : Definition(property.PropertyType, InfoOf(property), path);
        foreach (string fault in attributes.Write(definition, property.Name))
            Fault(path, fault);
        if (attributes.First<XdmIdentityAttribute>() is not null && (string?)definition["type"] != "string")
            Fault(path, "an identity is a text");
        return definition;
    }

    // A converter of the property itself decides what it is written as.
    private static JsonTypeInfo InfoOf(JsonPropertyInfo property)
    {
        JsonSerializerOptions options = property.Options;
        if (property.CustomConverter is { } converter)
        {
            options = new JsonSerializerOptions(options);
            options.Converters.Insert(0, converter);
        }
        return options.GetTypeInfo(property.PropertyType);
    }

    private JsonObject Definition(Type type, JsonTypeInfo info, string path)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        if (XdmScalars.Of(bare) is { } scalar)
            return scalar;
        if (bare.IsEnum)
            return XdmScalars.OfEnum(bare, info);
        if (bare != type)
            info = info.Options.GetTypeInfo(bare);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Enumerable:
                JsonTypeInfo element = info.Options.GetTypeInfo(info.ElementType!);
                return new JsonObject { ["type"] = "array", ["items"] = Definition(info.ElementType!, element, path + XdmPath.Element) };
            case JsonTypeInfoKind.Dictionary:
                return Map(info, path);
            case JsonTypeInfoKind.Object when bare != typeof(object):
                return Nested(info, path);
            default:
                Fault(path, $"{TypeName.Of(bare)} has no XDM type");
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
            Fault(path, "the values of a map are texts or whole numbers");
        return new JsonObject { ["type"] = "object", ["meta:xdmType"] = "map", ["additionalProperties"] = values };
    }

    private void Fault(string path, string what) => _faults.Add(path.Length == 0 ? what : $"{path}: {what}");
}
