using System.Text.Json.Serialization;

namespace Aep.Sdk.Governance;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GovernancePage<DataUsageLabel>))]
[JsonSerializable(typeof(GovernancePage<MarketingAction>))]
[JsonSerializable(typeof(GovernancePage<GovernancePolicy>))]
[JsonSerializable(typeof(LabelBody))]
[JsonSerializable(typeof(MarketingActionBody))]
[JsonSerializable(typeof(GovernancePolicyDefinition))]
[JsonSerializable(typeof(JsonPatchOperation[]))]
[JsonSerializable(typeof(EnabledCorePolicies))]
[JsonSerializable(typeof(EnabledCorePoliciesBody))]
[JsonSerializable(typeof(PolicyEvaluation))]
[JsonSerializable(typeof(GovernedEntity[]))]
[JsonSerializable(typeof(BulkEvaluation[]))]
[JsonSerializable(typeof(BulkEvaluationResult[]))]
internal sealed partial class GovernanceJson : JsonSerializerContext;
