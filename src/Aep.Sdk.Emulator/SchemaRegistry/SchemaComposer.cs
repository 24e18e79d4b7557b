using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Resolves <c>allOf</c> and <c>$ref</c> (class, field group, data type, <c>#/definitions/…</c>) into one JSON Schema.</summary>
/// <param name="find">Finds a resource by <c>$id</c>; an own one or a standard one.</param>
/// <param name="withDeprecation">Whether fields keep the <c>meta:status</c> that says they are deprecated.</param>
internal sealed class SchemaComposer(Func<string, JsonObject?> find, bool withDeprecation = false)
{
    // What a referenced resource says about itself and not about the fields of the referrer.
    private static readonly HashSet<string> OfTheResource =
    [
        "$id", "$schema", "version", "imsOrg", "definitions", "allOf", "$ref", "meta:altId", "meta:resourceType", "meta:extends",
            "meta:extensible",
        "meta:abstract", "meta:registryMetadata", "meta:containerId", "meta:sandboxId", "meta:sandboxType", "meta:tenantNamespace",
        "meta:intendedToExtend", "meta:class", "meta:immutableTags", "meta:status", "meta:tags",
    ];

    private static readonly HashSet<string> Texts = ["title", "description"];

    /// <summary>The fields of a resource, all references resolved.</summary>
    public JsonObject Compose(JsonObject resource)
    {
        JsonObject composed = Expand(resource, resource, [(string?)resource["$id"] ?? ""]);
        foreach (string name in OfTheResource)
            composed.Remove(name);
        return composed;
    }

    private JsonObject Expand(JsonObject node, JsonObject root, IReadOnlyList<string> path)
    {
        var result = new JsonObject();
        if (node["allOf"] is JsonArray parts)
        {
            foreach (JsonObject part in parts.OfType<JsonObject>())
                Merge(result, Expand(part, root, path), Texts);
        }
        if ((string?)node["$ref"] is { } reference)
        {
            Merge(result, Follow(reference, root, path), []);
            if (!reference.StartsWith('#'))
                result["meta:referencedFrom"] = reference;
        }
        Merge(result, Own(node, root, path), []);
        return result;
    }

    private JsonObject Follow(string reference, JsonObject root, IReadOnlyList<string> path)
    {
        string key = reference.StartsWith('#') ? (string?)root["$id"] + reference : reference;
        if (path.Contains(key))
            throw RegistryErrors.Invalid($"The reference {reference} leads back to itself.");
        string[] halves = reference.Split('#', 2);
        JsonObject target = halves[0].Length == 0
            ? root
            : find(halves[0]) ?? throw RegistryErrors.NotFound(TypeOf(halves[0]), halves[0]);
        JsonObject node = halves.Length == 1 ? target : Inside(target, halves[1], reference);
        return Expand(node, target, [.. path, key]);
    }

    private static JsonObject Inside(JsonObject root, string pointer, string reference)
    {
        JsonNode? node = root;
        foreach (string step in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
            node = node is JsonObject level ? level[step.Replace("~1", "/").Replace("~0", "~")] : null;
        return node as JsonObject ?? throw RegistryErrors.Invalid($"The reference {reference} does not exist.");
    }

    private JsonObject Own(JsonObject node, JsonObject root, IReadOnlyList<string> path)
    {
        var own = new JsonObject();
        foreach ((string name, JsonNode? value) in node)
        {
            if (OfTheResource.Contains(name))
                continue;
            own[name] = (name, value) switch
            {
                ("properties", JsonObject properties) => ExpandAll(properties, root, path),
                ("items" or "additionalProperties", JsonObject inner) => Expand(inner, root, path),
                _ => value?.DeepClone(),
            };
        }
        return own;
    }

    private JsonObject ExpandAll(JsonObject properties, JsonObject root, IReadOnlyList<string> path) => new(properties.Select(property =>
        KeyValuePair.Create(property.Key, (JsonNode?)ExpandField(AsDefinition(property.Key, property.Value), root, path))));

    private JsonObject ExpandField(JsonObject field, JsonObject root, IReadOnlyList<string> path)
    {
        JsonObject expanded = Expand(field, root, path);
        if (withDeprecation && (string?)field[DeprecatedFields.Status] == DeprecatedFields.Deprecated)
            expanded[DeprecatedFields.Status] = DeprecatedFields.Deprecated;
        return expanded;
    }

    private static JsonObject AsDefinition(string name, JsonNode? value) =>
        value as JsonObject ?? throw RegistryErrors.Invalid($"The definition of the field {name} must be an object.");

    private static void Merge(JsonObject target, JsonObject source, HashSet<string> without)
    {
        foreach ((string name, JsonNode? value) in source.ToArray())
        {
            if (without.Contains(name))
                continue;
            if (name == "properties" && target[name] is JsonObject known)
                MergeProperties(known, value!.AsObject());
            else if (name == "required" && target[name] is JsonArray required)
                AddMissing(required, value!.AsArray());
            else
                target[name] = value?.DeepClone();
        }
    }

    private static void MergeProperties(JsonObject target, JsonObject source)
    {
        foreach ((string name, JsonNode? value) in source.ToArray())
        {
            if (target[name] is JsonObject known)
                Merge(known, value!.AsObject(), []);
            else
                target[name] = value!.DeepClone();
        }
    }

    private static void AddMissing(JsonArray target, JsonArray source)
    {
        HashSet<string> present = [.. target.Select(name => (string)name!)];
        foreach (string name in source.Select(name => (string)name!).Where(present.Add))
            target.Add(name);
    }

    private static ResourceType TypeOf(string id) =>
        ResourceType.Custom.FirstOrDefault(type => id.Contains($"/{type.Noun}/", StringComparison.Ordinal)) ?? ResourceType.FieldGroups;
}
