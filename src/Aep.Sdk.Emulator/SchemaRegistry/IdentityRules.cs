using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>What an identity descriptor must say, beside the identities that the schema has.</summary>
internal sealed class IdentityRules(SchemaRegistryService registry)
{
    public void Check(Sandbox sandbox, XdmSchema schema, JsonObject body, string id)
    {
        XdmField field = DescriptorRules.Field(schema, body, "xdm:sourceProperty");
        string property = DescriptorRules.Text(body, "xdm:sourceProperty");
        if (field.Kind != XdmKind.String)
            throw RegistryErrors.Invalid($"The field {property} is of type {XdmKinds.NameOf(field.Kind)}; an identity must be a string.");
        string identityNamespace = DescriptorRules.Text(body, "xdm:namespace");
        if (DescriptorRules.Text(body, "xdm:property") is not ("xdm:id" or "xdm:code"))
            throw RegistryErrors.Invalid("xdm:property must be xdm:id or xdm:code.");
        if (body["xdm:isPrimary"] is { } flag && flag.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
            throw RegistryErrors.Invalid("xdm:isPrimary must be true or false.");
        IdentityDescriptor identity = DescriptorStore.ToIdentity(body);
        IdentityDescriptor[] others = [.. registry.Identities(sandbox, schema.Id).Where(other => other.Id != id)];
        if (others.Any(other => other.Path == identity.Path && other.Namespace == identityNamespace))
            throw RegistryErrors.Invalid($"The field {property} has an identity descriptor of the namespace {identityNamespace} already.");
        if (identity.IsPrimary && others.Any(other => other.IsPrimary))
            throw RegistryErrors.Invalid($"The schema {schema.Id} has a primary identity already; a schema may contain only one.");
    }

    /// <summary>A schema in the union stays identifiable.</summary>
    public void RequireUnneeded(Sandbox sandbox, JsonObject descriptor, JsonObject? after)
    {
        if ((string?)descriptor["@type"] != DescriptorStore.IdentityType)
            return;
        IdentityDescriptor identity = DescriptorStore.ToIdentity(descriptor);
        bool remains = after is not null && (string?)after["@type"] == DescriptorStore.IdentityType
            && ((bool?)after["xdm:isPrimary"] ?? false) && (string?)after["xdm:sourceSchema"] == identity.SchemaId;
        if (identity.IsPrimary && !remains && registry.Resolve(sandbox, identity.SchemaId) is { InUnion: true })
            throw RegistryErrors.Invalid(
                $"The schema {identity.SchemaId} is enabled for Real-Time Customer Profile and needs its primary identity.");
    }
}
