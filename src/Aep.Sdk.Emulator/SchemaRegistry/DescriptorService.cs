using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Descriptors: metadata on a schema's fields. Identity descriptors are checked; other types are kept as they come.</summary>
internal sealed class DescriptorService(SchemaRegistryService registry)
{
    public const string IdentityType = "xdm:descriptorIdentity";

    public JsonObject Create(Sandbox sandbox, JsonObject body)
    {
        string type = (string?)body["@type"] ?? throw RegistryErrors.Invalid("@type is missing.");
        string schemaId = (string?)body["xdm:sourceSchema"] ?? throw RegistryErrors.Invalid("xdm:sourceSchema is missing.");
        XdmSchema schema = registry.Resolve(sandbox, schemaId) ?? throw RegistryErrors.Invalid($"The schema {schemaId} of xdm:sourceSchema does not exist.");
        if (type == IdentityType)
            CheckIdentity(sandbox, schema, body);
        var descriptor = (JsonObject)body.DeepClone();
        string id = RandomNumberGenerator.GetHexString(40, lowercase: true);
        descriptor["@id"] = id;
        descriptor["xdm:sourceSchema"] = schema.Id;
        descriptor["meta:containerId"] = "tenant";
        descriptor["version"] = "1";
        sandbox.Documents[ResourceKinds.Descriptors].Save(id, descriptor);
        return descriptor;
    }

    public static IdentityDescriptor ToIdentity(JsonObject descriptor) => new(
        (string)descriptor["@id"]!,
        (string)descriptor["xdm:sourceSchema"]!,
        DottedPath(descriptor),
        (string)descriptor["xdm:namespace"]!,
        (bool?)descriptor["xdm:isPrimary"] ?? false);

    private void CheckIdentity(Sandbox sandbox, XdmSchema schema, JsonObject body)
    {
        if ((string?)body["xdm:sourceProperty"] is not { Length: > 1 } property || property[0] != '/')
            throw RegistryErrors.Invalid("xdm:sourceProperty must be a path that starts with a slash.");
        if (string.IsNullOrEmpty((string?)body["xdm:namespace"]))
            throw RegistryErrors.Invalid("xdm:namespace is missing.");
        string path = DottedPath(body);
        if (schema.Find(path) is not { Kind: XdmKind.String })
            throw RegistryErrors.Invalid($"The schema has no string field at {property}.");
        IReadOnlyList<IdentityDescriptor> existing = registry.Identities(sandbox, schema.Id);
        if (existing.Any(identity => identity.Path == path))
            throw RegistryErrors.Conflict($"The field {property} has an identity descriptor already.");
        if (((bool?)body["xdm:isPrimary"] ?? false) && existing.Any(identity => identity.IsPrimary))
            throw RegistryErrors.Conflict("The schema has a primary identity already.");
    }

    private static string DottedPath(JsonObject descriptor) => ((string)descriptor["xdm:sourceProperty"]!)[1..].Replace('/', '.');
}
