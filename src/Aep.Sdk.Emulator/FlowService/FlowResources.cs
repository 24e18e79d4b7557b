using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>Keeps connections, flows and runs; every change gives a resource a new etag.</summary>
internal sealed class FlowResources(AepEmulatorOptions options, TimeProvider time)
{
    private static readonly string[] OwnMembers = ["id", "createdAt", "imsOrgId", "sandboxId", "sandboxName", "state"];

    private readonly Lock _gate = new();

    public JsonObject Get(Sandbox sandbox, string kind, string id) =>
        sandbox.Documents[kind].Find(id) ?? throw FlowErrors.NotFound(kind, id);

    public JsonObject Create(Sandbox sandbox, string kind, JsonObject body)
    {
        string id = Guid.NewGuid().ToString();
        // What is older by its time is also listed earlier: of two that are made at once, one sees the other.
        lock (_gate)
        {
            JsonObject resource = Describe(sandbox, id, body);
            sandbox.Documents[kind].Save(id, resource);
            return resource;
        }
    }

    /// <summary>Changes a resource if it is still the one that the caller has seen.</summary>
    public JsonObject Update(Sandbox sandbox, string kind, string id, string? etag, Func<JsonObject, JsonObject> change)
    {
        JsonObject? result = null;
        ApiException? refusal = null;
        bool found = sandbox.Documents[kind].TryUpdate(id, resource =>
        {
            if (etag is not null && etag != (string?)resource["etag"])
            {
                refusal = FlowErrors.Stale(id);
                return;
            }
            JsonObject changed = change((JsonObject)resource.DeepClone());
            resource.Clear();
            foreach ((string name, JsonNode? value) in changed)
                resource[name] = value?.DeepClone();
            resource["updatedAt"] = time.GetUtcNow().ToUnixTimeMilliseconds();
            Stamp(resource);
            result = (JsonObject)resource.DeepClone();
        }, out _);
        if (!found)
            throw FlowErrors.NotFound(kind, id);
        return refusal is null ? result! : throw refusal;
    }

    /// <summary>Puts another content in the place of a resource; what the service has written stays.</summary>
    public JsonObject Replace(Sandbox sandbox, string kind, string id, string? etag, JsonObject body) =>
        Update(sandbox, kind, id, etag, resource =>
    {
        var replaced = (JsonObject)body.DeepClone();
        foreach (string member in OwnMembers.Where(name => resource[name] is not null))
            replaced[member] = resource[member]!.DeepClone();
        return replaced;
    });

    private static void Stamp(JsonObject resource)
    {
        string etag =
            $"\"{RandomNumberGenerator.GetHexString(8, lowercase: true)}-0000-0200-0000-"
            + $"{RandomNumberGenerator.GetHexString(12, lowercase: true)}\"";
        resource["version"] = etag;
        resource["etag"] = etag;
    }

    private JsonObject Describe(Sandbox sandbox, string id, JsonObject body)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var resource = new JsonObject
        {
            ["id"] = id,
            ["createdAt"] = now,
            ["updatedAt"] = now,
            ["imsOrgId"] = options.OrgId,
            ["sandboxId"] = sandbox.Id,
            ["sandboxName"] = sandbox.Name,
        };
        foreach ((string name, JsonNode? value) in body)
            resource[name] = value?.DeepClone();
        resource["state"] ??= "enabled";
        Stamp(resource);
        return resource;
    }
}
