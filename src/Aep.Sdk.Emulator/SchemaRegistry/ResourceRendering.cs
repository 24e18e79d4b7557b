using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Shows resources the way the <c>Accept</c> header asks.</summary>
internal static class ResourceRendering
{
    private static readonly string[] SummaryMembers = ["title", "$id", "meta:altId", "version"];

    public static JsonObject Summary(JsonObject resource) =>
        new(SummaryMembers.Where(resource.ContainsKey).Select(name => KeyValuePair.Create(name, resource[name]?.DeepClone())));

    public static JsonObject Render(Sandbox sandbox, JsonObject resource, ResourceView view)
    {
        if (view.Full)
            Resolve(sandbox, resource, view.WithDeprecation);
        if (view.Flat)
            Flatten(resource);
        if (view.WithDescriptors)
        {
            resource["meta:descriptors"] = new JsonArray([.. DescriptorStore.All(sandbox).Where(descriptor => IsOf(descriptor, resource))]);
        }
        if (view.WithoutText)
            RemoveTexts(resource, isField: true);
        return resource;
    }

    private static void Resolve(Sandbox sandbox, JsonObject resource, bool withDeprecation)
    {
        JsonObject composed = ResourceStore.Composer(sandbox, withDeprecation).Compose(resource);
        if (withDeprecation)
            DeprecatedFields.Mark(composed, DescriptorStore.All(sandbox).Where(descriptor => IsOf(descriptor, resource)));
        resource.Remove("allOf");
        resource.Remove("definitions");
        foreach (string name in (string[])["properties", "required"])
        {
            resource.Remove(name);
            if (composed[name] is { } value)
                resource[name] = value.DeepClone();
        }
    }

    private static bool IsOf(JsonObject descriptor, JsonObject resource) =>
        (string?)descriptor["xdm:sourceSchema"] == (string)resource["$id"]!;

    // Every field by its dotted path, objects without their members; what is in a list or a map stands behind its name.
    private static void Flatten(JsonObject resource)
    {
        var flat = new JsonObject();
        void Visit(string prefix, JsonObject properties)
        {
            foreach ((string name, JsonNode? value) in properties)
            {
                var definition = (JsonObject)value!.DeepClone();
                flat[prefix + name] = definition;
                foreach (string inner in new[] { "properties", "items", "additionalProperties" })
                {
                    JsonObject? members =
                        (inner == "properties" ? definition[inner] : (definition[inner] as JsonObject)?["properties"]) as JsonObject;
                    if (members is not null)
                        Visit($"{prefix}{name}.", (JsonObject)members.DeepClone());
                }
                definition.Remove("properties");
            }
        }
        Visit("", resource["properties"] as JsonObject ?? []);
        resource["properties"] = flat;
    }

    // A field may itself be called "title": only the members of definitions are texts.
    private static void RemoveTexts(JsonNode? node, bool isField)
    {
        if (node is JsonArray list)
        {
            foreach (JsonNode? entry in list)
                RemoveTexts(entry, isField);
        }
        if (node is not JsonObject item)
            return;
        if (isField)
        {
            item.Remove("title");
            item.Remove("description");
        }
        foreach ((string name, JsonNode? value) in item.ToArray())
            RemoveTexts(value, !isField || (name != "properties" && name != "definitions"));
    }
}
