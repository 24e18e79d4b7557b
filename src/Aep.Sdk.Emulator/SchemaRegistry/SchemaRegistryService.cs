using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>What the other services ask the registry.</summary>
internal sealed class SchemaRegistryService(AepEmulatorOptions options, ResourceWriter writer)
{
    private static readonly string[] Parts = [ResourceType.Classes.Noun, ResourceType.FieldGroups.Noun];

    public string TenantId => options.TenantId;

    /// <summary>A schema or a union with all its fields; null if there is none of that id.</summary>
    public XdmSchema? Resolve(Sandbox sandbox, string schemaId)
    {
        string id = ResourceIds.ToId(schemaId);
        if (id.EndsWith(UnionSchemas.Suffix, StringComparison.Ordinal))
            return Union(sandbox, id[..^UnionSchemas.Suffix.Length]);
        return ResourceStore.FindCustom(sandbox, ResourceType.Schemas, id) is { } schema
            ? SchemaResolver.Resolve(schema, ResourceStore.Composer(sandbox))
            : null;
    }

    /// <summary>A schema, or a class or field group as if it were one; null if there is none of that id.</summary>
    public XdmSchema? ResolveWithParts(Sandbox sandbox, string id)
    {
        if (Resolve(sandbox, id) is { } schema)
            return schema;
        return ResourceStore.Find(sandbox, ResourceIds.ToId(id)) is { } part && Parts.Contains((string?)part["meta:resourceType"])
            ? SchemaResolver.Resolve(part, ResourceStore.Composer(sandbox))
            : null;
    }

    /// <summary>
    /// Makes a class of behavior ad hoc and a schema of it, as Query Service does for the columns of a query.
    /// The fields stand at the top level.
    /// </summary>
    public XdmSchema CreateAdHoc(Sandbox sandbox, string title, IReadOnlyList<XdmField> fields)
    {
        JsonObject schema = writer.CreateAdHoc(sandbox, title, fields);
        return SchemaResolver.Resolve(schema, ResourceStore.Composer(sandbox));
    }

    /// <summary>Adds fields to a schema that <see cref="CreateAdHoc"/> made; false if it is another one.</summary>
    public bool AddAdHocFields(Sandbox sandbox, string schemaId, IReadOnlyList<XdmField> fields) =>
        writer.AddAdHocFields(sandbox, schemaId, fields);

    /// <summary>The identities of a schema.</summary>
    public IReadOnlyList<IdentityDescriptor> Identities(Sandbox sandbox, string schemaId) =>
        [.. DescriptorStore.Identities(sandbox).Where(descriptor => descriptor.SchemaId == schemaId)];

    /// <summary>The union of all schemas of a class that are enabled for Real-Time Customer Profile.</summary>
    public XdmSchema Union(Sandbox sandbox, string classId)
    {
        JsonObject union = UnionSchemas.Build(sandbox, classId);
        return SchemaResolver.Resolve(union, ResourceStore.Composer(sandbox)) with { InUnion = true };
    }
}
