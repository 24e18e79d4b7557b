using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Creates, changes and deletes descriptors.</summary>
internal sealed class DescriptorService(
    SchemaRegistryService registry, DescriptorRules rules, IdentityRules identities, AepEmulatorOptions options, TimeProvider time)
{
    public const string IdentityType = DescriptorStore.IdentityType;
    private const int MaxDescriptors = 4000;
    private static readonly string[] WithoutVersion = ["xdm:descriptorPrimaryKey", "xdm:descriptorVersion", "xdm:descriptorTimestamp"];

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
            identities.RequireUnneeded(sandbox, before, after: body);
            return Save(sandbox, body, id, client, before);
        }
    }

    public void Delete(Sandbox sandbox, string id)
    {
        lock (_gate)
        {
            identities.RequireUnneeded(sandbox, Find(sandbox, id), after: null);
            sandbox.Documents[ResourceType.Descriptors.Segment].Remove(id);
        }
    }

    public static JsonObject Find(Sandbox sandbox, string id) =>
        sandbox.Documents[ResourceType.Descriptors.Segment].Find(id) ?? throw RegistryErrors.NotFound(ResourceType.Descriptors, id);

    private JsonObject Save(Sandbox sandbox, JsonObject body, string id, string client, JsonObject? before)
    {
        if (before is null && DescriptorStore.All(sandbox).Count >= MaxDescriptors)
            throw RegistryErrors.Invalid($"A sandbox holds at most {MaxDescriptors} descriptors.");
        string type = DescriptorRules.Text(body, "@type");
        XdmSchema schema = SchemaOf(sandbox, body, type);
        rules.Check(sandbox, schema, body);
        if (type == IdentityType)
            identities.Check(sandbox, schema, body, id);
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

    private XdmSchema SchemaOf(Sandbox sandbox, JsonObject body, string type)
    {
        string id = DescriptorRules.Text(body, "xdm:sourceSchema");
        // Specs type the version as text, their examples and Adobe's clients send a number.
        bool isGiven = body["xdm:sourceVersion"] is not null || !WithoutVersion.Contains(type);
        if (isGiven && body["xdm:sourceVersion"]?.ToString().Split('.')[0] != "1")
            throw RegistryErrors.Invalid("xdm:sourceVersion must be the major version of the schema: 1.");
        // People put labels on the schema or, for all schemas that have it, on the field group.
        XdmSchema? schema = type == DescriptorStore.LabelType ? registry.ResolveWithParts(sandbox, id) : registry.Resolve(sandbox, id);
        return schema ?? throw RegistryErrors.NotFound(ResourceType.Schemas, id);
    }
}
