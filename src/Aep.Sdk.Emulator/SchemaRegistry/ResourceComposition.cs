using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Adds to a resource what the registry itself assigns.</summary>
internal static class ResourceComposition
{
    public static JsonObject Complete(Sandbox sandbox, ResourceType type, JsonObject body, string id, AepEmulatorOptions options)
    {
        var resource = body.DeepClone().AsObject();
        resource["$id"] = id;
        resource["meta:altId"] = ResourceIds.ToAltId(id);
        resource["meta:resourceType"] = type.Noun;
        resource["type"] ??= "object";
        resource["imsOrg"] = options.OrgId;
        resource["meta:extensible"] = type != ResourceType.Schemas;
        resource["meta:abstract"] = type != ResourceType.Schemas && type != ResourceType.DataTypes;
        resource["meta:xdmType"] ??= "object";
        resource["meta:containerId"] = "tenant";
        resource["meta:sandboxId"] = sandbox.Id;
        resource["meta:sandboxType"] = sandbox.Type;
        resource["meta:tenantNamespace"] = "_" + options.TenantId;
        AddTypes(resource);
        AddLineage(sandbox, type, resource);
        return resource;
    }

    public static string NextVersion(string? version) => version is null
        ? "1.0"
        : "1." + (int.Parse(version.AsSpan(version.IndexOf('.') + 1), CultureInfo.InvariantCulture) + 1)
            .ToString(CultureInfo.InvariantCulture);

    private static void AddLineage(Sandbox sandbox, ResourceType type, JsonObject resource)
    {
        IReadOnlyList<string> references = ResourceReferences.Of(resource);
        List<string> extends = [];
        foreach (string reference in references)
        {
            extends.Add(reference);
            if (ResourceStore.Find(sandbox, reference) is { } part)
                extends.AddRange(ResourceReferences.Extends(part));
        }
        if (extends.Count > 0)
            resource["meta:extends"] = new JsonArray([.. extends.Distinct().Select(name => JsonValue.Create(name))]);
        if (type != ResourceType.Schemas)
            return;
        string classId = ClassOf(sandbox, references);
        resource["meta:class"] = classId;
        foreach (string reference in references.Where(reference => reference != classId))
            CheckIntention(ResourceStore.Find(sandbox, reference), reference, classId);
    }

    private static void CheckIntention(JsonObject? fieldGroup, string id, string classId)
    {
        if (fieldGroup?["meta:intendedToExtend"] is JsonArray { Count: > 0 } classes
            && !classes.Any(allowed => (string?)allowed == classId))
            throw RegistryErrors.Invalid($"The field group {id} cannot extend the class {classId}.");
    }

    private static string ClassOf(Sandbox sandbox, IReadOnlyList<string> references)
    {
        string[] classes = [.. references.Where(reference =>
            (string?)ResourceStore.Find(sandbox, reference)?["meta:resourceType"] == ResourceType.Classes.Noun)];
        return classes.Length == 1
            ? classes[0]
            : throw RegistryErrors.Invalid($"The allOf of a schema must name exactly one class; it names {classes.Length}.");
    }

    // The registry states meta:xdmType on every field, whatever was sent.
    private static void AddTypes(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (JsonNode? entry in list)
                AddTypes(entry);
        }
        if (node is not JsonObject item)
            return;
        foreach ((string name, JsonNode? value) in item.ToArray())
        {
            if (name == "properties" && value is JsonObject properties)
            {
                foreach (JsonObject field in properties.Select(property => property.Value).OfType<JsonObject>())
                    SetType(field);
            }
            if (name == "items" && value is JsonObject items)
                SetType(items);
            AddTypes(value);
        }
    }

    private static void SetType(JsonObject field)
    {
        if (field["$ref"] is null && field["type"] is JsonValue)
            field["meta:xdmType"] = XdmKinds.NameOf(XdmKinds.Of(field));
    }
}
