using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Creates, changes and deletes identity descriptors.</summary>
internal sealed class DescriptorService(SchemaRegistryService registry, AepEmulatorOptions options, TimeProvider time)
{
    public const string IdentityType = DescriptorStore.IdentityType;

    // Only one primary identity: looking and saving is one step.
    private readonly Lock _gate = new();

    public JsonObject Create(Sandbox sandbox, JsonObject body, string client)
    {
        lock (_gate)
            return Save(sandbox, body, RandomNumberGenerator.GetHexString(40, lowercase: true), client, before: null);
    }

    public JsonObject Replace(Sandbox sandbox, string id, JsonObject body, string client)
    {
        lock (_gate)
        {
            JsonObject before = Find(sandbox, id);
            RequireUnneeded(sandbox, before, after: body);
            return Save(sandbox, body, id, client, before);
        }
    }

    public void Delete(Sandbox sandbox, string id)
    {
        lock (_gate)
        {
            RequireUnneeded(sandbox, Find(sandbox, id), after: null);
            sandbox.Documents[ResourceType.Descriptors.Segment].Remove(id);
        }
    }

    public static JsonObject Find(Sandbox sandbox, string id) =>
        sandbox.Documents[ResourceType.Descriptors.Segment].Find(id) ?? throw RegistryErrors.NotFound(ResourceType.Descriptors, id);

    private JsonObject Save(Sandbox sandbox, JsonObject body, string id, string client, JsonObject? before)
    {
        string type = Text(body, "@type");
        if (type != IdentityType)
            throw NotSupported.Create($"A descriptor of type {type}");
        XdmSchema schema = SchemaOf(sandbox, body);
        CheckIdentity(sandbox, schema, body, id);
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        JsonObject descriptor = body.DeepClone().AsObject();
        descriptor["@id"] = id;
        descriptor["xdm:sourceSchema"] = schema.Id;
        descriptor["imsOrg"] = options.OrgId;
        descriptor["version"] = "1";
        descriptor["created"] = (long?)before?["created"] ?? now;
        descriptor["createdClient"] = (string?)before?["createdClient"] ?? client;
        descriptor["createdUser"] = (string?)before?["createdUser"] ?? client;
        descriptor["updated"] = now;
        descriptor["updatedUser"] = client;
        descriptor["meta:containerId"] = "tenant";
        descriptor["meta:sandboxId"] = sandbox.Id;
        descriptor["meta:sandboxType"] = sandbox.Type;
        sandbox.Documents[ResourceType.Descriptors.Segment].Save(id, descriptor);
        return descriptor;
    }

    private XdmSchema SchemaOf(Sandbox sandbox, JsonObject body)
    {
        string id = Text(body, "xdm:sourceSchema");
        // Specs type the version as text, their examples and Adobe's clients send a number.
        if (body["xdm:sourceVersion"]?.ToString().Split('.')[0] != "1")
            throw RegistryErrors.Invalid("xdm:sourceVersion must be the major version of the schema: 1.");
        return registry.Resolve(sandbox, id) ?? throw RegistryErrors.NotFound(ResourceType.Schemas, id);
    }

    private void CheckIdentity(Sandbox sandbox, XdmSchema schema, JsonObject body, string id)
    {
        string property = Text(body, "xdm:sourceProperty");
        if (property.Length < 2 || property[0] != '/' || property[^1] == '/')
            throw RegistryErrors.Invalid("xdm:sourceProperty must begin with a slash and not end with one.");
        if (schema.Find(property[1..].Replace('/', '.')) is not { } field)
            throw RegistryErrors.Invalid($"The schema {schema.Id} has no field {property}.");
        if (field.Kind != XdmKind.String)
            throw RegistryErrors.Invalid($"The field {property} is of type {XdmKinds.NameOf(field.Kind)}; an identity must be a string.");
        string identityNamespace = Text(body, "xdm:namespace");
        if (Text(body, "xdm:property") is not ("xdm:id" or "xdm:code"))
            throw RegistryErrors.Invalid("xdm:property must be xdm:id or xdm:code.");
        if (body["xdm:isPrimary"] is { } flag && flag.GetValueKind() is not (System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False))
            throw RegistryErrors.Invalid("xdm:isPrimary must be true or false.");
        IdentityDescriptor identity = DescriptorStore.ToIdentity(body);
        IdentityDescriptor[] others = [.. registry.Identities(sandbox, schema.Id).Where(other => other.Id != id)];
        if (others.Any(other => other.Path == identity.Path && other.Namespace == identityNamespace))
            throw RegistryErrors.Invalid($"The field {property} has an identity descriptor of the namespace {identityNamespace} already.");
        if (identity.IsPrimary && others.Any(other => other.IsPrimary))
            throw RegistryErrors.Invalid($"The schema {schema.Id} has a primary identity already; a schema may contain only one.");
    }

    // A schema in the union stays identifiable.
    private void RequireUnneeded(Sandbox sandbox, JsonObject descriptor, JsonObject? after)
    {
        IdentityDescriptor identity = DescriptorStore.ToIdentity(descriptor);
        bool remains = after is not null && ((bool?)after["xdm:isPrimary"] ?? false) && (string?)after["xdm:sourceSchema"] == identity.SchemaId;
        if (identity.IsPrimary && !remains && registry.Resolve(sandbox, identity.SchemaId) is { InUnion: true })
            throw RegistryErrors.Invalid($"The schema {identity.SchemaId} is enabled for Real-Time Customer Profile and needs its primary identity.");
    }

    private static string Text(JsonObject body, string name) =>
        body[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0
            ? text
            : throw RegistryErrors.Invalid($"{name} is required.");
}
