using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Governance;

/// <summary>What a policy denies: a label, or operands joined by AND or OR.</summary>
internal static class DenyExpression
{
    private const int MaxDepth = 50;

    public static bool Holds(JsonNode? expression, IReadOnlySet<string> labels)
    {
        if ((string?)expression?["label"] is { } label)
            return labels.Contains(label);
        JsonArray operands = expression?["operands"] as JsonArray ?? [];
        return (string?)expression?["operator"] == "AND"
            ? operands.Count > 0 && operands.All(operand => Holds(operand, labels))
            : operands.Any(operand => Holds(operand, labels));
    }

    /// <exception cref="Gateway.ApiException">400: it is not such an expression.</exception>
    public static void Check(JsonNode? expression, int depth = 0)
    {
        if (depth > MaxDepth)
            throw GovernanceErrors.Invalid($"deny is nested deeper than {MaxDepth} levels.");
        if (expression is not JsonObject node)
            throw GovernanceErrors.Invalid("deny must be a label, or an operator with operands.");
        if (node["label"] is JsonValue)
            return;
        if ((string?)node["operator"] is not ("AND" or "OR"))
            throw GovernanceErrors.Invalid($"The operator '{node["operator"]}' of deny must be AND or OR.");
        if (node["operands"] is not JsonArray { Count: > 0 } operands)
            throw GovernanceErrors.Invalid("operands is missing in deny.");
        foreach (JsonNode? operand in operands)
            Check(operand, depth + 1);
    }
}
