using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Governance;

/// <summary>Labels, marketing actions and policies of a sandbox: Adobe's and its own.</summary>
internal sealed class PolicyStore(AepEmulatorOptions options, TimeProvider time)
{
    public const string LabelKind = "duleLabels";
    public const string ActionKind = "marketingActions";
    public const string PolicyKind = "dulePolicies";
    private const string EnabledKind = "enabledCorePolicies";
    private const string EnabledId = "enabled";
    private static readonly string[] Statuses = ["DRAFT", "ENABLED", "DISABLED"];

    public static IReadOnlyList<JsonObject> All(Sandbox sandbox, string kind, bool core, string root) => (kind, core) switch
    {
        (LabelKind, true) => CoreGovernance.Labels(),
        (ActionKind, true) => CoreGovernance.MarketingActions(),
        (PolicyKind, true) => CoreGovernance.Policies(root),
        _ => sandbox.Documents[kind].All(),
    };

    public static JsonObject? Find(Sandbox sandbox, string kind, bool core, string key, string root) =>
        All(sandbox, kind, core, root).FirstOrDefault(item => (string?)(item["id"] ?? item["name"]) == key);

    /// <summary>Makes or replaces a label or a marketing action of the organisation.</summary>
    /// <returns>The resource, and whether it is new.</returns>
    public (JsonObject Resource, bool IsNew) Put(Sandbox sandbox, string kind, string name, JsonObject body)
    {
        if ((string?)body["name"] is { } stated && stated != name)
            throw GovernanceErrors.Invalid($"The name '{stated}' of the body is not the '{name}' of the path.");
        if (kind == LabelKind && CoreGovernance.Labels().Any(label => (string?)label["name"] == name))
            throw GovernanceErrors.Invalid($"{name} is one of Adobe's labels and cannot be changed.");
        JsonObject? before = sandbox.Documents[kind].Find(name);
        var resource = (JsonObject)body.DeepClone();
        resource["name"] = name;
        if (kind == LabelKind)
            resource["category"] ??= "Custom";
        sandbox.Documents[kind].Save(name, Stamp(resource, before, sandbox));
        return (resource, before is null);
    }

    public JsonObject SavePolicy(Sandbox sandbox, string id, JsonObject body)
    {
        if (string.IsNullOrWhiteSpace((string?)body["name"]))
            throw GovernanceErrors.Invalid("name is missing.");
        if (!Statuses.Contains((string?)body["status"] ?? "DRAFT"))
            throw GovernanceErrors.Invalid($"status '{body["status"]}' must be one of {string.Join(", ", Statuses)}.");
        if (body["marketingActionRefs"] is not JsonArray { Count: > 0 } references)
            throw GovernanceErrors.Invalid("marketingActionRefs must name at least one marketing action.");
        foreach (string reference in references.Select(item => (string)item!))
            RequireAction(sandbox, reference);
        DenyExpression.Check(body["deny"]);
        JsonObject? before = sandbox.Documents[PolicyKind].Find(id);
        var policy = (JsonObject)body.DeepClone();
        policy["id"] = id;
        policy["status"] ??= "DRAFT";
        sandbox.Documents[PolicyKind].Save(id, Stamp(policy, before, sandbox));
        return policy;
    }

    /// <summary>The core policies that count.</summary>
    public static JsonObject Enabled(Sandbox sandbox) =>
        sandbox.Documents[EnabledKind].Find(EnabledId) ?? new JsonObject { ["policyIds"] = new JsonArray() };

    public JsonObject Enable(Sandbox sandbox, JsonObject body)
    {
        if (body["policyIds"] is not JsonArray ids)
            throw GovernanceErrors.Invalid("policyIds must be a list.");
        foreach (string id in ids.Select(item => (string)item!))
        {
            if (CoreGovernance.Policies("").All(policy => (string?)policy["id"] != id))
                throw GovernanceErrors.Invalid($"There is no core policy {id}.");
        }
        var enabled = new JsonObject { ["policyIds"] = ids.DeepClone() };
        sandbox.Documents[EnabledKind].Save(EnabledId, Stamp(enabled, sandbox.Documents[EnabledKind].Find(EnabledId), sandbox));
        return enabled;
    }

    private static void RequireAction(Sandbox sandbox, string reference)
    {
        string[] parts = reference.Split('/');
        bool known = parts.Length >= 2 && Find(sandbox, ActionKind, parts[^2] == "core", parts[^1], "") is not null;
        if (!known)
            throw GovernanceErrors.Invalid($"The marketing action {reference} does not exist.");
    }

    private JsonObject Stamp(JsonObject resource, JsonObject? before, Sandbox sandbox)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        resource["imsOrg"] = options.OrgId;
        resource["sandboxName"] = sandbox.Name;
        resource["created"] = before?["created"]?.DeepClone() ?? now;
        resource["updated"] = now;
        return resource;
    }
}
