using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Turns the JSON of a schema into its field tree: follows <c>allOf</c>, <c>$ref</c> and <c>#/definitions</c>.</summary>
internal sealed class XdmResolver(Func<string, JsonObject?> findResource)
{
    public IReadOnlyList<XdmField> Fields(JsonObject resource)
    {
        var merged = new List<XdmField>();
        Collect(resource, resource, merged);
        return merged;
    }

    private void Collect(JsonObject node, JsonObject root, List<XdmField> into)
    {
        if ((string?)node["$ref"] is { } reference)
        {
            (JsonObject target, JsonObject targetRoot) = Follow(reference, root);
            Collect(target, targetRoot, into);
        }
        foreach (JsonObject part in node["allOf"]?.AsArray().OfType<JsonObject>() ?? [])
            Collect(part, root, into);
        if (node["properties"] is not JsonObject properties)
            return;
        HashSet<string> required = [.. node["required"]?.AsArray().Select(name => (string)name!) ?? []];
        foreach ((string name, JsonNode? definition) in properties)
            Merge(into, Field(name, definition!.AsObject(), root, required.Contains(name)));
    }

    private XdmField Field(string name, JsonObject definition, JsonObject root, bool required)
    {
        if ((string?)definition["$ref"] is { } reference)
            (definition, root) = Follow(reference, root);
        XdmKind kind = XdmKinds.Of(definition);
        return kind switch
        {
            XdmKind.Object => new XdmField(name, kind, Children(definition, root), null, required),
            XdmKind.Array => new XdmField(name, kind, [], Field("item", definition["items"]!.AsObject(), root, false), required),
            XdmKind.Map => new XdmField(name, kind, [], Field("value", definition["additionalProperties"]!.AsObject(), root, false), required),
            _ => new XdmField(name, kind, [], null, required),
        };
    }

    private List<XdmField> Children(JsonObject definition, JsonObject root)
    {
        var children = new List<XdmField>();
        Collect(definition, root, children);
        return children;
    }

    private (JsonObject Node, JsonObject Root) Follow(string reference, JsonObject root)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            JsonObject resource = findResource(reference) ?? throw new XdmReferenceException(reference);
            return (resource, resource);
        }
        JsonNode? node = root;
        foreach (string step in reference[2..].Split('/'))
            node = node?[step];
        return (node as JsonObject ?? throw new XdmReferenceException(reference), root);
    }

    // Several field groups add to the same object (_tenant, most of all): their children come together.
    private static void Merge(List<XdmField> into, XdmField field)
    {
        int index = into.FindIndex(existing => existing.Name == field.Name);
        if (index < 0)
        {
            into.Add(field);
            return;
        }
        var children = new List<XdmField>(into[index].Fields);
        foreach (XdmField child in field.Fields)
            Merge(children, child);
        into[index] = into[index] with { Fields = children, Required = into[index].Required || field.Required };
    }
}
