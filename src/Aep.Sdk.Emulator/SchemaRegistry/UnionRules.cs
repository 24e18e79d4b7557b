using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>What must hold when a schema is enabled for Real-Time Customer Profile.</summary>
internal static class UnionRules
{
    public static void Check(Sandbox sandbox, JsonObject schema, JsonObject? before, SchemaComposer composer)
    {
        bool was = before is not null && SchemaResolver.IsInUnion(before);
        bool becomes = SchemaResolver.IsInUnion(schema);
        if (was && !becomes)
            throw RegistryErrors.Invalid(
                "The union tag is immutable: a schema that was enabled for Real-Time Customer Profile cannot be disabled.");
        if (!becomes)
            return;
        string id = (string)schema["$id"]!;
        if (!was && !DescriptorStore.HasPrimaryIdentity(sandbox, id) && !ResourceReferences.Of(schema).Contains(StandardIds.IdentityMap))
            throw RegistryErrors.NoIdentity();
        if (!was && HasRelationshipWithoutIdentity(sandbox, id))
            throw RegistryErrors.NoReferenceIdentity();
        XdmSchema resolved = SchemaResolver.Resolve(schema, composer);
        foreach (JsonObject member in UnionSchemas.Members(sandbox, resolved.ClassId).Where(member => (string?)member["$id"] != id))
            CheckMergeable(SchemaResolver.Resolve(member, composer), resolved);
    }

    private static bool HasRelationshipWithoutIdentity(Sandbox sandbox, string schemaId)
    {
        JsonObject[] own = [.. DescriptorStore.All(sandbox).Where(descriptor => (string?)descriptor["xdm:sourceSchema"] == schemaId)];
        IEnumerable<JsonNode?> Fields(string type) =>
            own.Where(descriptor => (string?)descriptor["@type"] == type).Select(descriptor => descriptor["xdm:sourceProperty"]);
        return Fields("xdm:descriptorOneToOne").Any(field =>
            !Fields("xdm:descriptorReferenceIdentity").Any(other => JsonNode.DeepEquals(field, other)));
    }

    private static void CheckMergeable(XdmSchema known, XdmSchema added)
    {
        IReadOnlyDictionary<string, XdmKind> kinds = XdmPaths.Kinds(known);
        foreach ((string path, XdmKind kind) in XdmPaths.Kinds(added))
        {
            if (kinds.TryGetValue(path, out XdmKind other) && other != kind)
                throw RegistryErrors.Incompatible("/" + path.Replace('.', '/'), known.Id, other, kind);
        }
    }
}
