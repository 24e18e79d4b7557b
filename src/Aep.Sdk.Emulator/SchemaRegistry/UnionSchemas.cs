using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Unions: read-only schemas that hold the fields of all schemas of a class that are enabled for Profile.</summary>
internal static class UnionSchemas
{
    public const string Suffix = "__union";

    /// <summary>The schemas of a class that carry the union tag.</summary>
    public static IReadOnlyList<JsonObject> Members(Sandbox sandbox, string classId) =>
        [.. ResourceStore.Custom(sandbox, ResourceType.Schemas)
            .Where(schema => (string?)schema["meta:class"] == classId && SchemaResolver.IsInUnion(schema))];

    /// <summary>All unions that exist: one for each class that has a member.</summary>
    public static IReadOnlyList<JsonObject> All(Sandbox sandbox) =>
        [.. ResourceStore.Custom(sandbox, ResourceType.Schemas)
            .Where(SchemaResolver.IsInUnion)
            .Select(schema => (string)schema["meta:class"]!)
            .Distinct()
            .Select(classId => Build(sandbox, classId))];

    public static JsonObject Build(Sandbox sandbox, string classId)
    {
        JsonObject baseClass = ResourceStore.Find(sandbox, classId) ?? throw RegistryErrors.NotFound(ResourceType.Unions, classId + Suffix);
        IReadOnlyList<JsonObject> members = Members(sandbox, classId);
        List<string> parts = [classId, StandardIds.IdentityMap];
        parts.AddRange(members.SelectMany(ResourceReferences.Of));
        List<string> extends = [classId, .. ResourceReferences.Extends(baseClass), StandardIds.IdentityMap];
        extends.AddRange(members.SelectMany(ResourceReferences.Extends));
        return new JsonObject
        {
            ["$id"] = classId + Suffix,
            ["meta:altId"] = ResourceIds.ToAltId(classId) + Suffix,
            ["meta:resourceType"] = ResourceType.Unions.Noun,
            ["version"] = "1.0",
            ["title"] = "Union object for " + classId,
            ["type"] = "object",
            ["description"] = "Union view of all schemas that extend " + classId,
            ["allOf"] = new JsonArray([.. parts.Distinct().Select(Reference)]),
            ["meta:extends"] = new JsonArray([.. extends.Distinct().Select(id => JsonValue.Create(id))]),
            ["meta:containerId"] = "tenant",
            ["meta:class"] = classId,
            ["meta:registryMetadata"] = new JsonObject(),
        };
    }

    private static JsonObject Reference(string id) => new() { ["$ref"] = id };
}
