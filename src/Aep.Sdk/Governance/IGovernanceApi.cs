using Refit;

namespace Aep.Sdk.Governance;

/// <summary>Policy Service (/data/foundation/dulepolicy): labels, marketing actions, policies, evaluation.</summary>
internal interface IGovernanceApi
{
    private const string Base = "/data/foundation/dulepolicy";

    [Get(Base + "/labels/{container}")]
    Task<GovernancePage<DataUsageLabel>?> ListLabelsAsync(
        GovernanceContainer container, string? property, string? orderby, string? start, int limit, CancellationToken cancellationToken);

    [Get(Base + "/labels/{container}/{name}")]
    Task<DataUsageLabel?> GetLabelAsync(GovernanceContainer container, string name, CancellationToken cancellationToken);

    [Put(Base + "/labels/custom/{name}")]
    Task<DataUsageLabel?> PutLabelAsync(string name, [Body] LabelBody body, CancellationToken cancellationToken);

    [Get(Base + "/marketingActions/{container}")]
    Task<GovernancePage<MarketingAction>?> ListMarketingActionsAsync(
        GovernanceContainer container, string? property, string? orderby, string? start, int limit, CancellationToken cancellationToken);

    [Get(Base + "/marketingActions/{container}/{name}")]
    Task<MarketingAction?> GetMarketingActionAsync(GovernanceContainer container, string name, CancellationToken cancellationToken);

    [Put(Base + "/marketingActions/custom/{name}")]
    Task<MarketingAction?> PutMarketingActionAsync(string name, [Body] MarketingActionBody body, CancellationToken cancellationToken);

    [Delete(Base + "/marketingActions/custom/{name}")]
    Task DeleteMarketingActionAsync(string name, CancellationToken cancellationToken);

    [Get(Base + "/policies/{container}")]
    Task<GovernancePage<GovernancePolicy>?> ListPoliciesAsync(
        GovernanceContainer container,
        string? property,
        string? orderby,
        string? start,
        int limit,
        string? duleLabels,
        string? marketingAction,
        CancellationToken cancellationToken);

    [Get(Base + "/policies/{container}/{id}")]
    Task<GovernancePolicy?> GetPolicyAsync(GovernanceContainer container, string id, CancellationToken cancellationToken);

    [Post(Base + "/policies/custom")]
    Task<GovernancePolicy?> CreatePolicyAsync([Body] GovernancePolicyDefinition body, CancellationToken cancellationToken);

    [Put(Base + "/policies/custom/{id}")]
    Task<GovernancePolicy?> ReplacePolicyAsync(string id, [Body] GovernancePolicyDefinition body, CancellationToken cancellationToken);

    [Patch(Base + "/policies/custom/{id}")]
    Task<GovernancePolicy?> PatchPolicyAsync(string id, [Body] JsonPatchOperation[] body, CancellationToken cancellationToken);

    [Delete(Base + "/policies/custom/{id}")]
    Task DeletePolicyAsync(string id, CancellationToken cancellationToken);

    [Get(Base + "/enabledCorePolicies")]
    Task<EnabledCorePolicies?> GetEnabledCorePoliciesAsync(CancellationToken cancellationToken);

    [Put(Base + "/enabledCorePolicies")]
    Task<EnabledCorePolicies?> PutEnabledCorePoliciesAsync([Body] EnabledCorePoliciesBody body, CancellationToken cancellationToken);

    [Get(Base + "/marketingActions/{container}/{name}/constraints")]
    Task<PolicyEvaluation?> EvaluateLabelsAsync(
        GovernanceContainer container, string name, string duleLabels, string? includeDraft, CancellationToken cancellationToken);

    [Post(Base + "/marketingActions/{container}/{name}/constraints")]
    Task<PolicyEvaluation?> EvaluateEntitiesAsync(
        GovernanceContainer container, string name, string? includeDraft, [Body] GovernedEntity[] body,
        CancellationToken cancellationToken);

    [Post(Base + "/bulk-eval")]
    Task<BulkEvaluationResult[]?> EvaluateInBulkAsync([Body] BulkEvaluation[] body, CancellationToken cancellationToken);
}
