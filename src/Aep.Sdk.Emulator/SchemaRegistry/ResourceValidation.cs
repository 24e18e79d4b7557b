using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>What a resource of an organisation must look like.</summary>
internal static partial class ResourceValidation
{
    private static readonly HashSet<string> Types = ["string", "number", "integer", "boolean", "object", "array"];

    public static void CheckShape(ResourceType type, JsonObject resource, string tenantField)
    {
        if (resource["title"] is not JsonValue title || !title.TryGetValue(out string? text) || string.IsNullOrWhiteSpace(text))
            throw RegistryErrors.Invalid("A title is required.");
        if (type == ResourceType.Schemas && resource["properties"] is not null)
            throw RegistryErrors.Namespace(tenantField);
        if (type == ResourceType.Classes && !ResourceReferences.Of(resource).Any(StandardIds.Behaviors.Contains))
            throw RegistryErrors.Invalid("The allOf of a class must name a behavior.");
        JsonObject own = OwnFields(resource);
        string root = AdHocFields.Namespace(resource) ?? tenantField;
        if (type == ResourceType.Classes || type == ResourceType.FieldGroups)
            CheckNamespace(own, root);
        CheckFields(own, root);
        CheckNames(own);
    }

    // Standard XDM itself has POIDetail beside poiDetail: it is an organisation's own names that are checked.
    private static void CheckNames(JsonObject fields, string path = "")
    {
        if (fields.GroupBy(field => field.Key, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } names)
        {
            string both = string.Join(" and ", names.Select(field => $"{path}/{field.Key}"));
            throw RegistryErrors.Invalid($"The fields {both} differ in case only.");
        }
        foreach ((string name, JsonNode? value) in fields)
        {
            var definition = (JsonObject)value!;
            if ((definition["items"] as JsonObject ?? definition)["properties"] is JsonObject inner)
                CheckNames(inner, $"{path}/{name}");
        }
    }

    // Only what the document itself defines: a reference out of it is its target's affair.
    private static JsonObject OwnFields(JsonObject resource) =>
        new SchemaComposer(static _ => []).Compose(resource)["properties"] as JsonObject ?? [];

    private static void CheckNamespace(JsonObject fields, string tenantField)
    {
        if (fields.Any(field => field.Key != tenantField))
            throw RegistryErrors.Namespace(tenantField);
    }

    private static void CheckFields(JsonObject fields, string tenantField)
    {
        foreach ((string name, JsonNode? value) in fields)
        {
            if (name != tenantField && !FieldName().IsMatch(name))
                throw RegistryErrors.Invalid(
                    $"The field name {name} is not valid: letters, digits, dash and underscore, not starting with an underscore.");
            var definition = (JsonObject)value!;
            bool referenced = definition["meta:referencedFrom"] is not null;
            if (!referenced && (definition["type"] is not JsonValue type || !Types.Contains(type.ToString())))
                throw RegistryErrors.Invalid($"The field {name} needs a type: {string.Join(", ", Types)}.");
            FieldConstraints.Check(name, definition);
            if (definition["properties"] is JsonObject inner)
                CheckFields(inner, tenantField);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9-][A-Za-z0-9_-]*$")]
    private static partial Regex FieldName();
}
