using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>What the registry refuses in a resource that somebody creates or changes.</summary>
internal sealed class ResourceValidator(ResourceStore resources, SchemaRegistryService registry)
{
    public void Check(Sandbox sandbox, string kind, JsonObject body)
    {
        if (string.IsNullOrWhiteSpace((string?)body["title"]))
            throw RegistryErrors.Invalid("The title of the resource is missing.");
        CheckReferences(sandbox, body);
        if (kind == ResourceKinds.Schemas)
            CheckSchema(sandbox, body);
        if (kind == ResourceKinds.FieldGroups)
            CheckFieldGroup(body);
    }

    private void CheckReferences(Sandbox sandbox, JsonObject body)
    {
        try
        {
            registry.Resolver(sandbox).Fields(body);
        }
        catch (XdmReferenceException exception)
        {
            throw RegistryErrors.Invalid(exception.Message);
        }
    }

    private void CheckSchema(Sandbox sandbox, JsonObject body)
    {
        List<string> kinds = [.. SchemaRegistryService.References(body).Select(id => (string?)resources.Find(sandbox, id)?["meta:resourceType"] ?? "")];
        if (kinds.Count(kind => kind == ResourceKinds.Classes) != 1)
            throw RegistryErrors.Invalid("A schema refers to exactly one class in allOf.");
        string classId = registry.ClassOf(sandbox, body)!;
        foreach (string id in SchemaRegistryService.References(body).Where(id => id != classId))
        {
            JsonObject group = resources.Find(sandbox, id)!;
            if (group["meta:intendedToExtend"] is JsonArray classes && !classes.Any(allowed => (string?)allowed == classId))
                throw RegistryErrors.Invalid($"The field group {id} cannot extend the class {classId}.");
        }
    }

    private void CheckFieldGroup(JsonObject body)
    {
        IEnumerable<string> names = registryNames(body);
        if (names.FirstOrDefault(name => name != resources.TenantNamespace) is { } wrong)
            throw RegistryErrors.Invalid($"The field {wrong} must stand under the tenant's namespace {resources.TenantNamespace}.");

        static IEnumerable<string> registryNames(JsonObject body)
        {
            IEnumerable<JsonObject?> parts = body["definitions"] is JsonObject definitions
                ? definitions.Select(definition => definition.Value?["properties"] as JsonObject)
                : [body["properties"] as JsonObject];
            return parts.OfType<JsonObject>().SelectMany(properties => properties.Select(property => property.Key));
        }
    }
}
