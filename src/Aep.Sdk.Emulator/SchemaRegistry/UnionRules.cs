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
            throw RegistryErrors.Invalid("The union tag is immutable: a schema that was enabled for Real-Time Customer Profile cannot be disabled.");
        if (!becomes)
            return;
        string id = (string)schema["$id"]!;
        if (!was && !DescriptorStore.HasPrimaryIdentity(sandbox, id) && !ResourceReferences.Of(schema).Contains(StandardIds.IdentityMap))
            throw RegistryErrors.NoIdentity();
        XdmSchema resolved = SchemaResolver.Resolve(schema, composer);
        foreach (JsonObject member in UnionSchemas.Members(sandbox, resolved.ClassId).Where(member => (string?)member["$id"] != id))
            CheckMergeable(SchemaResolver.Resolve(member, composer), resolved);
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
