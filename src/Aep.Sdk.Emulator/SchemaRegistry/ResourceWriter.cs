using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Creates, changes and deletes the organisation's own resources.</summary>
internal sealed class ResourceWriter(AepEmulatorOptions options, AuditLog audit, TimeProvider time)
{
    // Titles are unique over all types, and a change is checked against other resources: one writer at a time.
    private readonly Lock _gate = new();

    private string TenantField => "_" + options.TenantId;

    public JsonObject Create(Sandbox sandbox, ResourceType type, JsonObject body, string client)
    {
        lock (_gate)
        {
            string id = ResourceIds.New(options.TenantId, type);
            ResourceShape.Check(body);
            JsonObject resource = Compose(sandbox, type, type == ResourceType.Classes ? AdHocFields.Rename(body, id) : body, id);
            RequireUniqueTitle(sandbox, resource);
            Validate(sandbox, type, resource, before: null);
            Stamp(resource, client, previous: null);
            sandbox.Documents[type.Segment].Save((string)resource["$id"]!, resource);
            audit.Add(sandbox, before: null, resource, client);
            return resource;
        }
    }

    public JsonObject Replace(Sandbox sandbox, ResourceType type, string id, JsonObject body, string client)
    {
        lock (_gate)
        {
            JsonObject before = Require(sandbox, type, id);
            if (body["meta:immutableTags"] is null && before["meta:immutableTags"] is { } tags)
                body["meta:immutableTags"] = tags.DeepClone(); // they cannot be taken away, also not by leaving them out
            return Store(sandbox, type, before, body, client);
        }
    }

    public JsonObject Patch(Sandbox sandbox, ResourceType type, string id, JsonArray operations, string client)
    {
        lock (_gate)
        {
            JsonObject before = Require(sandbox, type, id);
            JsonObject after = ResourcePatch.Apply(before, operations);
            return Store(sandbox, type, before, after, client);
        }
    }

    public void Delete(Sandbox sandbox, ResourceType type, string idOrAltId)
    {
        lock (_gate)
        {
            JsonObject resource = Require(sandbox, type, idOrAltId);
            string id = (string)resource["$id"]!;
            if (SchemaResolver.IsInUnion(resource))
                throw RegistryErrors.Invalid($"The schema {id} is enabled for Real-Time Customer Profile and cannot be deleted.");
            if (DatasetUse.Of(sandbox, id) is { } dataset)
                throw RegistryErrors.Invalid($"The schema {id} is used by the dataset {dataset} and cannot be deleted.");
            if (ResourceStore.Custom(sandbox).FirstOrDefault(other => ResourceReferences.Mentions(other, id)) is { } user)
                throw RegistryErrors.Invalid($"The {type.Name} {id} is used by {user["$id"]} and cannot be deleted.");
            foreach (JsonObject descriptor in DescriptorStore.All(sandbox).Where(entry => (string?)entry["xdm:sourceSchema"] == id))
                sandbox.Documents[ResourceType.Descriptors.Segment].Remove((string)descriptor["@id"]!);
            sandbox.Documents[type.Segment].Remove(id);
        }
    }

    /// <summary>Adds resources with the ids that they have, those first that others need; all or none.</summary>
    public IReadOnlyList<JsonObject> Import(Sandbox sandbox, IReadOnlyList<(ResourceType Type, JsonObject Body)> resources, string client)
    {
        lock (_gate)
        {
            var added = new List<(ResourceType Type, JsonObject Resource)>();
            try
            {
                foreach ((ResourceType type, JsonObject body) in resources)
                    added.Add((type, Add(sandbox, type, body, client)));
                return [.. added.Select(entry => entry.Resource)];
            }
            catch
            {
                foreach ((ResourceType type, JsonObject resource) in added)
                    sandbox.Documents[type.Segment].Remove((string)resource["$id"]!);
                throw;
            }
        }
    }

    private JsonObject Add(Sandbox sandbox, ResourceType type, JsonObject body, string client)
    {
        string id = (string?)body["$id"] ?? throw RegistryErrors.Invalid("$id is missing in a resource.");
        if (!id.StartsWith($"https://ns.adobe.com/{options.TenantId}/{type.Noun}/", StringComparison.Ordinal))
            throw RegistryErrors.Invalid($"The id {id} is not one of the tenant {options.TenantId} and the type {type.Noun}.");
        if (ResourceStore.FindCustom(sandbox, type, id) is not null)
            throw RegistryErrors.Invalid($"A resource with the $id {id} exists already.");
        JsonObject resource = Compose(sandbox, type, body, id);
        RequireUniqueTitle(sandbox, resource);
        Validate(sandbox, type, resource, before: null);
        Stamp(resource, client, previous: null);
        sandbox.Documents[type.Segment].Save(id, resource);
        audit.Add(sandbox, before: null, resource, client);
        return resource;
    }

    public JsonObject CreateAdHoc(Sandbox sandbox, string title, IReadOnlyList<XdmField> fields)
    {
        string classId = ResourceIds.New(options.TenantId, ResourceType.Classes);
        var properties = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)XdmKinds.Define(field))));
        var adHocClass = new JsonObject
        {
            ["title"] = title,
            ["allOf"] = new JsonArray(Reference(StandardIds.AdHoc), Reference("#/definitions/fields")),
            ["definitions"] = new JsonObject { ["fields"] = new JsonObject { ["properties"] = properties } },
        };
        var schema = new JsonObject { ["title"] = title, ["allOf"] = new JsonArray(Reference(classId)) };
        lock (_gate)
        {
            Save(sandbox, ResourceType.Classes, adHocClass, classId);
            return Save(sandbox, ResourceType.Schemas, schema, ResourceIds.New(options.TenantId, ResourceType.Schemas));
        }
    }

    /// <summary>Adds fields to the class of a schema that Query Service made; false if the schema is another one.</summary>
    public bool AddAdHocFields(Sandbox sandbox, string schemaId, IReadOnlyList<XdmField> fields)
    {
        lock (_gate)
        {
            string? classId = (string?)ResourceStore.FindCustom(sandbox, ResourceType.Schemas, schemaId)?["meta:class"];
            JsonObject? before = classId is null ? null : ResourceStore.FindCustom(sandbox, ResourceType.Classes, classId);
            JsonObject? after = before?.DeepClone().AsObject();
            if (after?["definitions"]?["fields"]?["properties"] is not JsonObject properties || AdHocFields.Namespace(after) is not null)
                return false;
            foreach (XdmField field in fields)
                properties[field.Name] = XdmKinds.Define(field);
            JsonObject changed = Compose(sandbox, ResourceType.Classes, after, classId!);
            Stamp(changed, "acp_foundation_queryService", before);
            sandbox.Documents[ResourceType.Classes.Segment].Save(classId!, changed);
            return true;
        }
    }

    private JsonObject Save(Sandbox sandbox, ResourceType type, JsonObject body, string id)
    {
        JsonObject resource = Compose(sandbox, type, body, id);
        Stamp(resource, "acp_foundation_queryService", previous: null);
        sandbox.Documents[type.Segment].Save(id, resource);
        return resource;
    }

    private JsonObject Store(Sandbox sandbox, ResourceType type, JsonObject before, JsonObject body, string client)
    {
        string id = (string)before["$id"]!;
        JsonObject after = Compose(sandbox, type, body, id);
        RequireUniqueTitle(sandbox, after);
        Validate(sandbox, type, after, before);
        Stamp(after, client, before);
        sandbox.Documents[type.Segment].Save(id, after);
        audit.Add(sandbox, before, after, client);
        return after;
    }

    private void Validate(Sandbox sandbox, ResourceType type, JsonObject resource, JsonObject? before)
    {
        ResourceValidation.CheckShape(type, resource, TenantField);
        SchemaComposer composer = ResourceStore.Composer(sandbox, resource);
        composer.Compose(resource); // every reference must lead somewhere
        if (type == ResourceType.Schemas)
            UnionRules.Check(sandbox, resource, before, composer);
        if (before is not null)
            EvolutionRules.Check(sandbox, resource, composer);
    }

    private JsonObject Compose(Sandbox sandbox, ResourceType type, JsonObject body, string id)
    {
        ResourceShape.Check(body);
        return ResourceComposition.Complete(sandbox, type, body, id, options);
    }

    private void Stamp(JsonObject resource, string client, JsonObject? previous)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var metadata = previous?["meta:registryMetadata"]?.DeepClone() as JsonObject
            ?? new JsonObject { ["repo:createdDate"] = now, ["xdm:createdClientId"] = client, ["xdm:createdUserId"] = client };
        metadata["repo:lastModifiedDate"] = now;
        metadata["xdm:lastModifiedClientId"] = client;
        metadata["xdm:lastModifiedUserId"] = client;
        resource["version"] = ResourceComposition.NextVersion((string?)previous?["version"]);
        resource.Remove("meta:registryMetadata");
        metadata["eTag"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(resource.ToJsonString())));
        resource["meta:registryMetadata"] = metadata;
    }

    private static JsonObject Require(Sandbox sandbox, ResourceType type, string idOrAltId) =>
        ResourceStore.FindCustom(sandbox, type, idOrAltId) ?? throw RegistryErrors.NotFound(type, idOrAltId);

    private static void RequireUniqueTitle(Sandbox sandbox, JsonObject resource)
    {
        JsonObject? other = ResourceStore.Custom(sandbox).FirstOrDefault(known =>
            (string?)known["title"] == (string?)resource["title"] && (string?)known["$id"] != (string?)resource["$id"]);
        if (other is not null)
            throw RegistryErrors.TitleNotUnique((string)other["$id"]!);
    }

    private static JsonObject Reference(string id) => new() { ["$ref"] = id, ["type"] = "object", ["meta:xdmType"] = "object" };
}
