using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Ims;

namespace Aep.Sdk.Emulator.Governance;

/// <summary>Whether labels, or datasets with their labels, may be used for a marketing action.</summary>
internal sealed class PolicyEvaluation(AepEmulatorOptions options, ClientCredential credential, DataLabels dataLabels, TimeProvider time)
{
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="root">Base URL of the service: references of marketing actions start with it.</param>
    /// <param name="action">Where the action stands: <c>core/emailTargeting</c>.</param>
    /// <param name="labels">The labels of the data.</param>
    /// <param name="includeDraft">Whether policies count that are drafts.</param>
    public JsonObject Evaluate(Sandbox sandbox, string root, string action, IReadOnlySet<string> labels, bool includeDraft)
    {
        RequireAction(sandbox, action);
        string suffix = "/marketingActions/" + action;
        IEnumerable<JsonObject> violated = Policies(sandbox, root, includeDraft)
            .Where(policy => policy["marketingActionRefs"]!.AsArray().Any(
                reference => ((string)reference!).EndsWith(suffix, StringComparison.Ordinal)))
            .Where(policy => DenyExpression.Holds(policy["deny"], labels));
        return new JsonObject
        {
            ["timestamp"] = time.GetUtcNow().ToUnixTimeMilliseconds(),
            ["clientId"] = credential.ClientId,
            ["userId"] = credential.ClientId,
            ["imsOrg"] = options.OrgId,
            ["sandboxName"] = sandbox.Name,
            ["marketingActionRef"] = root + suffix,
            ["duleLabels"] = new JsonArray([.. labels.Order(StringComparer.Ordinal).Select(label => (JsonNode)label)]),
            ["violatedPolicies"] = new JsonArray([.. violated.Select(policy => policy.DeepClone())]),
        };
    }

    /// <summary>The same for datasets and fields: their labels are looked up.</summary>
    public JsonObject Evaluate(Sandbox sandbox, string root, string action, JsonArray entities, bool includeDraft)
    {
        DiscoveredLabels[] found = [.. entities.Select(entity => Discover(sandbox, entity))];
        JsonObject result = Evaluate(sandbox, root, action, found.SelectMany(item => item.All).ToHashSet(), includeDraft);
        result["discoveredLabels"] = new JsonArray([.. found.Select(item => item.ToJson())]);
        return result;
    }

    private DiscoveredLabels Discover(Sandbox sandbox, JsonNode? entity)
    {
        string type = (string?)entity?["entityType"] ?? "", id = (string?)entity?["entityId"]
            ?? throw GovernanceErrors.Invalid("entityId is missing.");
        if (type != "dataSet")
            throw GovernanceErrors.Invalid($"entityType '{type}' must be dataSet.");
        return dataLabels.Of(sandbox, id, [.. (entity?["entityMeta"]?["fields"] as JsonArray ?? []).Select(field => (string)field!)]);
    }

    private static void RequireAction(Sandbox sandbox, string action)
    {
        string[] parts = action.Split('/');
        if (parts.Length != 2 || PolicyStore.Find(sandbox, PolicyStore.ActionKind, parts[0] == "core", parts[1], "") is null)
            throw GovernanceErrors.NotFound("marketing action", action);
    }

    private static IEnumerable<JsonObject> Policies(Sandbox sandbox, string root, bool includeDraft)
    {
        HashSet<string> enabled = [.. PolicyStore.Enabled(sandbox)["policyIds"]!.AsArray().Select(id => (string)id!)];
        IEnumerable<JsonObject> core = CoreGovernance.Policies(root).Where(policy => enabled.Contains((string)policy["id"]!));
        IEnumerable<JsonObject> custom = sandbox.Documents[PolicyStore.PolicyKind].All()
            .Where(policy => (string?)policy["status"] == "ENABLED" || (includeDraft && (string?)policy["status"] == "DRAFT"));
        return core.Concat(custom);
    }
}
