using System.Collections.Frozen;
using System.Text.Json;

namespace Aep.Sdk.Schemas;

/// <summary>
/// Makes the tree of a document: takes in what <c>allOf</c> and local references name, and says what each field may hold.
/// </summary>
internal sealed class XdmTreeReader(XdmDocument document, IReadOnlyList<Descriptor> descriptors)
{
    // XDM cannot be recursive; a document that is would never end.
    private const int MaxDepth = 50;

    private readonly ILookup<string, Descriptor> _descriptors = descriptors
        .SelectMany(descriptor => descriptor.SourceProperties.Select(path => (XdmPath.Normalize(path), descriptor)))
        .ToLookup(pair => pair.Item1, pair => pair.descriptor);

    public XdmFieldTree Read() =>
        new(ReadField(new XdmPlace(document.Root, Name: "", Path: "", Location: "", Required: false, Custom: false), 0), document);

    private XdmField ReadField(XdmPlace place, int depth)
    {
        if (depth > MaxDepth)
            throw new AepException($"{document.Title ?? document.Id}: the fields below '{place.Path}' go deeper than {MaxDepth} levels.");
        XdmParts parts = XdmParts.Of(place, document);
        JsonElement definition = parts.Definition;
        XdmFieldType type = XdmTypes.Of(definition, parts);
        Descriptor[] own = [.. _descriptors[XdmPath.Normalize(place.Path)]];
        return new XdmField
        {
            Name = place.Name,
            Path = place.Path,
            Location = parts.Location,
            Type = type,
            Format = definition.Text("format"),
            Title = place.Definition.Text("title") ?? definition.Text("title"),
            Description = place.Definition.Text("description") ?? definition.Text("description"),
            Enum = definition.Texts("enum"),
            EnumTitles = Titles(definition),
            Minimum = definition.Number("minimum"),
            Maximum = definition.Number("maximum"),
            ExclusiveMinimum = definition.Number("exclusiveMinimum"),
            ExclusiveMaximum = definition.Number("exclusiveMaximum"),
            Pattern = definition.Text("pattern"),
            MinLength = definition.Count("minLength"),
            MaxLength = definition.Count("maxLength"),
            MinItems = definition.Count("minItems"),
            MaxItems = definition.Count("maxItems"),
            Default = definition.TryGetProperty("default", out JsonElement value) ? value : default,
            IsRequired = place.Required,
            IsDeprecated = place.Definition.Text("meta:status") == "deprecated"
                || own.Any(descriptor => descriptor is DeprecatedFieldDescriptor),
            IsCustom = place.Custom,
            Reference = place.Definition.Text("$ref") ?? place.Definition.Text("meta:referencedFrom"),
            Descriptors = own,
            Fields = type == XdmFieldType.Object
                ? [.. parts.Properties.Select(property => ReadField(Child(place, property), depth + 1))]
                : [],
            Items = type == XdmFieldType.Array ? ReadField(Inner(place, parts, "items", XdmPath.Element), depth + 1) : null,
            Values = type == XdmFieldType.Map ? ReadField(Inner(place, parts, "additionalProperties", XdmPath.Value), depth + 1) : null,
        };
    }

    private XdmPlace Child(XdmPlace parent, XdmProperty property) => new(
        property.Definition, property.Name, XdmPath.Join(parent.Path, property.Name), property.Location, property.Required,
        parent.Custom || (parent.Path.Length == 0 && property.Name == document.TenantNamespace));

    private static XdmPlace Inner(XdmPlace parent, XdmParts parts, string member, string mark) => new(
        parts.Definition.Object(member) ?? JsonElement.Parse("{}"), "", parent.Path + mark, $"{parts.Location}/{member}", Required: false,
        parent.Custom);

    private static FrozenDictionary<string, string> Titles(JsonElement definition) => definition.Members("meta:enum")
        .Where(member => member.Value.ValueKind == JsonValueKind.String)
        .ToFrozenDictionary(member => member.Name, member => member.Value.GetString()!, StringComparer.Ordinal);
}
