using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Governance;

/// <summary>Data governance (Policy Service): labels, marketing actions, policies, and whether an action would break a policy.</summary>
public class GovernanceClient
{
    private readonly IGovernanceApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected GovernanceClient()
    {
        _api = null!;
        Labels = null!;
        MarketingActions = null!;
        Policies = null!;
    }

    internal GovernanceClient(AepPipeline pipeline)
    {
        _api = pipeline.Api(GovernanceJson.Default, RefitStubs.GovernanceApi);
        Labels = new LabelsClient(_api);
        MarketingActions = new MarketingActionsClient(_api);
        Policies = new PoliciesClient(_api);
    }

    /// <summary>Data usage labels.</summary>
    public virtual LabelsClient Labels { get; }

    /// <summary>Marketing actions.</summary>
    public virtual MarketingActionsClient MarketingActions { get; }

    /// <summary>Policies.</summary>
    public virtual PoliciesClient Policies { get; }

    /// <summary>
    /// Whether data with these labels may be used for a marketing action. GET /marketingActions/{container}/{name}/constraints.
    /// </summary>
    /// <param name="action">The action.</param>
    /// <param name="labels">The labels, for example <c>C9</c>.</param>
    /// <param name="includeDraft">Whether policies that are drafts count.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<PolicyEvaluation> EvaluateLabelsAsync(
        MarketingActionReference action, IEnumerable<string> labels, bool includeDraft = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(labels);
        return (await _api.EvaluateLabelsAsync(
            action.Container, action.Name, string.Join(',', labels), Draft(includeDraft), cancellationToken).ConfigureAwait(false))
            .Required("GET /marketingActions/{container}/{name}/constraints");
    }

    /// <summary>
    /// Whether datasets, or fields of them, may be used for a marketing action, by the labels that they have.
    /// POST /marketingActions/{container}/{name}/constraints.
    /// </summary>
    /// <param name="action">The action.</param>
    /// <param name="entities">The datasets, each whole or with its fields.</param>
    /// <param name="includeDraft">Whether policies that are drafts count.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<PolicyEvaluation> EvaluateAsync(
        MarketingActionReference action, IEnumerable<GovernedEntity> entities, bool includeDraft = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(entities);
        return (await _api.EvaluateEntitiesAsync(action.Container, action.Name, Draft(includeDraft), [.. entities],
            cancellationToken).ConfigureAwait(false))
            .Required("POST /marketingActions/{container}/{name}/constraints");
    }

    /// <summary>Several evaluations in one request. POST /bulk-eval.</summary>
    /// <param name="evaluations">What to evaluate.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A result for each, in their order; one that failed says so in its status.</returns>
    public virtual async Task<IReadOnlyList<BulkEvaluationResult>> EvaluateInBulkAsync(
        IEnumerable<BulkEvaluation> evaluations, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        return (await _api.EvaluateInBulkAsync([.. evaluations], cancellationToken).ConfigureAwait(false)).Required("POST /bulk-eval");
    }

    // As text: a Boolean would be written "True".
    private static string? Draft(bool include) => include ? "true" : null;
}
