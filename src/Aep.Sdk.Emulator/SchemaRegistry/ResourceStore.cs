using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Finds and keeps the resources of both containers.</summary>
internal sealed class ResourceStore(AepEmulatorOptions options, TimeProvider time)
{
    public string TenantNamespace => $"_{options.TenantId}";

    public IReadOnlyList<JsonObject> All(Sandbox sandbox, string container, string kind) => container == "global"
        ? [.. StandardResources.All().Where(resource => (string?)resource["meta:resourceType"] == kind)]
        : sandbox.Documents[kind].All();

    /// <summary>Any resource by <c>$id</c> or <c>meta:altId</c>.</summary>
    public JsonObject? Find(Sandbox sandbox, string id) =>
        ResourceKinds.Resources.Select(kind => Find(sandbox, "tenant", kind, id)).FirstOrDefault(found => found is not null)
        ?? StandardResources.All().FirstOrDefault(resource => Is(resource, id));

    public JsonObject? Find(Sandbox sandbox, string container, string kind, string id) => container == "global"
        ? All(sandbox, container, kind).FirstOrDefault(resource => Is(resource, id))
        : sandbox.Documents[kind].Find(id) ?? sandbox.Documents[kind].All().FirstOrDefault(resource => Is(resource, id));

    public JsonObject Add(Sandbox sandbox, string kind, JsonObject body)
    {
        string hash = RandomNumberGenerator.GetHexString(32, lowercase: true);
        string id = $"https://ns.adobe.com/{options.TenantId}/{kind}/{hash}";
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var resource = (JsonObject)body.DeepClone();
        resource["$id"] = id;
        resource["meta:altId"] = $"{TenantNamespace}.{kind}.{hash}";
        resource["meta:resourceType"] = kind;
        resource["version"] = "1.0";
        resource["imsOrg"] = options.OrgId;
        resource["meta:containerId"] = "tenant";
        resource["meta:tenantNamespace"] = TenantNamespace;
        resource["meta:sandboxId"] = sandbox.Id;
        resource["meta:sandboxType"] = sandbox.Type;
        resource["meta:registryMetadata"] = new JsonObject { ["repo:createdDate"] = now, ["repo:lastModifiedDate"] = now, ["xdm:createdUserId"] = "local" };
        sandbox.Documents[kind].Save(id, resource);
        return resource;
    }

    private static bool Is(JsonObject resource, string id) => (string?)resource["$id"] == id || (string?)resource["meta:altId"] == id;
}
