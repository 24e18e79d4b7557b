using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Governance;

/// <summary>Data usage policies: which labels deny which marketing actions.</summary>
public class PoliciesClient
{
    private readonly IGovernanceApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected PoliciesClient() => _api = null!;

    internal PoliciesClient(IGovernanceApi api) => _api = api;

    /// <summary>The policies of a container, page by page. GET /policies/core, GET /policies/custom.</summary>
    /// <param name="container">Adobe's, or the organisation's.</param>
    /// <param name="filter">Which of them, or null for all.</param>
    public virtual AepPageable<GovernancePolicy> ListAsync(GovernanceContainer container, PolicyFilter? filter = null) =>
        GovernancePaging.List("GET /policies", (start, size, cancellationToken) => _api.ListPoliciesAsync(
            container, filter?.Property, filter?.OrderBy, start, size, filter?.LabelList, filter?.MarketingAction, cancellationToken));

    /// <summary>A policy. GET /policies/{container}/{id}.</summary>
    /// <param name="container">Where it is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<GovernancePolicy> GetAsync(
        GovernanceContainer container, string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetPolicyAsync(container, id, cancellationToken).ConfigureAwait(false))
            .Required("GET /policies/{container}/{id}");
    }

    /// <summary>Creates a policy of the organisation's own. POST /policies/custom.</summary>
    /// <param name="definition">The policy.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<GovernancePolicy> CreateAsync(
        GovernancePolicyDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return (await _api.CreatePolicyAsync(definition, cancellationToken).ConfigureAwait(false)).Required("POST /policies/custom");
    }

    /// <summary>Replaces a policy of the organisation's own. PUT /policies/custom/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="definition">What it shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<GovernancePolicy> ReplaceAsync(
        string id, GovernancePolicyDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(definition);
        return (await _api.ReplacePolicyAsync(id, definition, cancellationToken).ConfigureAwait(false))
            .Required("PUT /policies/custom/{id}");
    }

    /// <summary>Changes members of a policy of the organisation's own. PATCH /policies/custom/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<GovernancePolicy> UpdateAsync(
        string id, IEnumerable<JsonPatchOperation> changes, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(changes);
        return (await _api.PatchPolicyAsync(id, [.. changes], cancellationToken).ConfigureAwait(false))
            .Required("PATCH /policies/custom/{id}");
    }

    /// <summary>Deletes a policy of the organisation's own. DELETE /policies/custom/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.DeletePolicyAsync(id, cancellationToken);
    }

    /// <summary>Which of Adobe's policies are enabled. GET /enabledCorePolicies.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyList<string>> GetEnabledCorePolicyIdsAsync(CancellationToken cancellationToken = default) =>
        (await _api.GetEnabledCorePoliciesAsync(cancellationToken).ConfigureAwait(false)).Required("GET /enabledCorePolicies").PolicyIds;

    /// <summary>Enables these of Adobe's policies, and no others. PUT /enabledCorePolicies.</summary>
    /// <param name="policyIds">Their ids.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IReadOnlyList<string>> SetEnabledCorePolicyIdsAsync(
        IEnumerable<string> policyIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policyIds);
        return (await _api.PutEnabledCorePoliciesAsync(new EnabledCorePoliciesBody([.. policyIds]),
            cancellationToken).ConfigureAwait(false))
            .Required("PUT /enabledCorePolicies").PolicyIds;
    }
}
