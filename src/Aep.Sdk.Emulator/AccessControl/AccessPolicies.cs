using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Storage;

namespace Aep.Sdk.Emulator.AccessControl;

/// <summary>Policies of attribute-based access control: kept and shown; the local platform does not evaluate them.</summary>
internal sealed class AccessPolicies(AepEmulatorOptions options, TimeProvider time, DataFolder folder)
{
    private readonly DocumentCollection _policies = DocumentCollection.Open(folder.Subfolder("organisation", "accessPolicies"));

    public IReadOnlyList<JsonObject> All => _policies.All();

    public JsonObject Get(string id) => _policies.Find(id) ?? throw AccessErrors.NotFound("policy", id);

    public JsonObject Create(JsonObject body, string user)
    {
        string id = Guid.NewGuid().ToString();
        var policy = (JsonObject)body.DeepClone();
        policy["createdBy"] = user;
        policy["createdAt"] = Now();
        policy["recordType"] = "policy";
        policy["status"] ??= "active";
        policy["subjectCondition"] ??= null;
        return Save(id, policy, user);
    }

    public JsonObject Replace(string id, JsonObject body, string user)
    {
        JsonObject policy = Get(id);
        foreach ((string name, JsonNode? value) in body)
            policy[name] = value?.DeepClone();
        return Save(id, policy, user);
    }

    public JsonObject Patch(string id, JsonArray operations, string user) =>
        Save(id, JsonPatch.Apply(Get(id), operations, AccessErrors.Invalid), user);

    public void Delete(string id)
    {
        if (!_policies.Remove(id))
            throw AccessErrors.NotFound("policy", id);
    }

    private JsonObject Save(string id, JsonObject policy, string user)
    {
        if (string.IsNullOrWhiteSpace((string?)policy["name"]))
            throw AccessErrors.Invalid("name is missing.");
        if (policy["rules"] is null)
            throw AccessErrors.Invalid("rules is missing.");
        if (policy["rules"] is JsonObject rule)
            policy["rules"] = new JsonArray(rule.DeepClone());
        if (policy["rules"]!.AsArray().Any(item => (string?)item?["effect"] is not ("Permit" or "Deny")))
            throw AccessErrors.Invalid("The effect of a rule must be Permit or Deny.");
        policy.Remove("imsOrgID");
        policy["id"] = id;
        policy["imsOrgId"] = options.OrgId;
        policy["modifiedBy"] = user;
        policy["modifiedAt"] = Now();
        policy["etag"] = $"\"{Guid.NewGuid():N}\"";
        _policies.Save(id, policy);
        return policy;
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
