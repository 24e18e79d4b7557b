using Aep.Sdk.Governance;

namespace Aep.Sdk.Segmentation;

/// <summary>
/// Data governance of audiences: what Experience Platform asks when an audience is activated, asked before. The fields that the rule reads
/// have
/// labels, in the datasets that its profiles are made of; policies deny marketing actions to labels.
/// </summary>
public class AudienceGovernanceClient
{
    private readonly AudiencesClient _audiences;
    private readonly ProfileSources _sources;
    private readonly GovernanceClient _governance;

    /// <summary>For substitutes in tests.</summary>
    protected AudienceGovernanceClient() => (_audiences, _sources, _governance) = (null!, null!, null!);

    internal AudienceGovernanceClient(AudiencesClient audiences, ProfileSources sources, GovernanceClient governance) =>
        (_audiences, _sources, _governance) = (audiences, sources, governance);

    /// <summary>
    /// Whether an audience may be used for a marketing action: by the labels of what its rule reads, in the datasets of its merge policy,
    /// of the
    /// audience itself, and of segments whose members it takes. POST /bulk-eval.
    /// </summary>
    /// <param name="action">The action, for example that of the destination.</param>
    /// <param name="audienceId">Id of the audience or segment.</param>
    /// <param name="use">Which attributes leave with it; null for none.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="AepNotFoundException">There is no such audience.</exception>
    /// <exception cref="PqlSyntaxException">Its rule has syntax that is not known here: what it reads cannot be told.</exception>
    /// <exception cref="AepException">The service could not evaluate, for example because there is no such action.</exception>
    public virtual async Task<AudiencePolicyEvaluation> EvaluateAsync(
        MarketingActionReference action, string audienceId, AudienceUse? use = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentException.ThrowIfNullOrEmpty(audienceId);
        var fields = new AudienceFields(_audiences);
        Audience audience = await fields.AddAsync(audienceId, cancellationToken).ConfigureAwait(false);
        return await EvaluateAsync(action, fields, audience.MergePolicyId, use ?? new AudienceUse(), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Whether the audience of a rule might be used for a marketing action, before there is one. POST /bulk-eval.</summary>
    /// <param name="action">The action, for example that of the destination.</param>
    /// <param name="rule">The rule; profiles are merged by the default policy.</param>
    /// <param name="use">Which attributes leave with it; null for none.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="PqlSyntaxException">The rule has syntax that is not known here: what it reads cannot be told.</exception>
    /// <exception cref="AepException">The service could not evaluate, for example because there is no such action.</exception>
    public virtual async Task<AudiencePolicyEvaluation> EvaluateAsync(
        MarketingActionReference action, SegmentExpression rule, AudienceUse? use = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(rule);
        var fields = new AudienceFields(_audiences);
        await fields.AddAsync(rule, cancellationToken).ConfigureAwait(false);
        return await EvaluateAsync(action, fields, null, use ?? new AudienceUse(), cancellationToken).ConfigureAwait(false);
    }

    private async Task<AudiencePolicyEvaluation> EvaluateAsync(
        MarketingActionReference action, AudienceFields audience, string? mergePolicyId, AudienceUse use,
        CancellationToken cancellationToken)
    {
        audience.Add(use.Attributes);
        IEnumerable<AudienceLabel> inherited =
            await InheritedAsync(action, audience, mergePolicyId, cancellationToken).ConfigureAwait(false);
        AudienceLabel[] labels = [.. audience.Labels.Concat(inherited).Distinct()];
        string[] names = [.. labels.Select(label => label.Label).Distinct()];
        BulkEvaluation question = BulkEvaluation.OfLabels(action, names) with { IncludeDraft = use.IncludeDraft };
        IReadOnlyList<GovernancePolicy> violated =
            labels.Length == 0 ? [] : (await AskAsync(question, cancellationToken).ConfigureAwait(false)).ViolatedPolicies;
        return new AudiencePolicyEvaluation(
            action, [.. audience.Fields], labels, [.. violated.Select(policy => Violation(policy, labels))]);
    }

    // The service collects the labels: it knows those that rows inherit from their connection, too. Which of them an audience inherits is
    // told here.
    private async Task<IEnumerable<AudienceLabel>> InheritedAsync(
        MarketingActionReference action, AudienceFields audience, string? mergePolicyId, CancellationToken cancellationToken)
    {
        List<ProfileSource> sources = [.. audience.Datasets.Select(ProfileSource.Whole)];
        if (audience.Fields.Count > 0)
        {
            IReadOnlyList<ProfileSource> all = await _sources.ReadAsync(mergePolicyId, cancellationToken).ConfigureAwait(false);
            sources.AddRange(all.Where(source => audience.Fields.Any(source.Has)));
        }

        if (sources.Count == 0) return [];
        GovernedEntity[] datasets = [.. sources.Select(source => GovernedEntity.Dataset(source.DatasetId))];
        BulkEvaluation question = BulkEvaluation.OfEntities(action, datasets);
        PolicyEvaluation answer = await AskAsync(question, cancellationToken).ConfigureAwait(false);
        if (answer is { DiscoveredLabels: null, DuleLabels.Count: > 0 })
            throw new AepException($"The service has not said which fields have the labels {string.Join(", ", answer.DuleLabels)}.");
        return from found in answer.DiscoveredLabels ?? []
               from source in sources
               where source.DatasetId == found.EntityId
               from label in source.LabelsFor(audience.Fields, found.DataSetLabels ?? new EntityLabels())
               select label;
    }

    private async Task<PolicyEvaluation> AskAsync(BulkEvaluation question, CancellationToken cancellationToken)
    {
        IReadOnlyList<BulkEvaluationResult> results =
            await _governance.EvaluateInBulkAsync([question], cancellationToken).ConfigureAwait(false);
        BulkEvaluationResult result = results.Count == 1
            ? results[0]
            : throw new AepException($"POST /bulk-eval has {results.Count} answers to one question.");
        return result is { Status: 200, Body: { } body }
            ? body
            : throw new AepException(
                $"{question.EvalRef} could not be evaluated ({result.Status}): {result.Error?.Title} {result.Error?.Detail}".TrimEnd());
    }

    private static AudiencePolicyViolation Violation(GovernancePolicy policy, AudienceLabel[] labels)
    {
        HashSet<string> denied = policy.Deny is { } deny ? [.. LabelsOf(deny)] : [];
        return new AudiencePolicyViolation(policy.Id, policy.Name, [.. labels.Where(label => denied.Contains(label.Label))]);
    }

    private static IEnumerable<string> LabelsOf(PolicyExpression expression) =>
        (expression.Operands ?? []).SelectMany(LabelsOf).Concat(expression.Label is { } label ? [label] : []);
}
