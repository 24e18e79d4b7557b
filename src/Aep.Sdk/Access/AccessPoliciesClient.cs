using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Access;

/// <summary>
/// Policies of attribute-based access control (<c>/administration/policies</c>). Policies about the use of data are another matter:
/// <c>Governance</c>.
/// </summary>
public class AccessPoliciesClient
{
    private readonly IAccessAdministrationApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected AccessPoliciesClient() => _api = null!;

    private readonly string _orgId = "";

    internal AccessPoliciesClient(IAccessAdministrationApi api, string orgId) => (_api, _orgId) = (api, orgId);

    /// <summary>All policies, page by page. GET /administration/policies.</summary>
    public virtual AepPageable<AccessPolicy> ListAsync() => Pageable.ByToken<AccessPolicy>(async (start, size, cancellationToken) =>
    {
        AccessPage<AccessPolicy> page =
            (await _api.ListPoliciesAsync(start, size, cancellationToken).ConfigureAwait(false)).Required("GET /administration/policies");
        return page.From(start);
    });

    /// <summary>A policy. GET /administration/policies/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<AccessPolicy> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetPolicyAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /administration/policies/{id}");
    }

    /// <summary>Creates a policy. POST /administration/policies.</summary>
    /// <param name="definition">The policy.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<AccessPolicy> CreateAsync(AccessPolicyDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return (await _api.CreatePolicyAsync(definition with { OrgId = _orgId }, cancellationToken).ConfigureAwait(false))
            .Required("POST /administration/policies");
    }

    /// <summary>Replaces a policy. PUT /administration/policies/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="definition">What it shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<AccessPolicy> ReplaceAsync(
        string id, AccessPolicyDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(definition);
        return (await _api.ReplacePolicyAsync(id, definition with { OrgId = _orgId }, cancellationToken).ConfigureAwait(false))
            .Required("PUT /administration/policies/{id}");
    }

    /// <summary>Changes members of a policy. PATCH /administration/policies/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<AccessPolicy> UpdateAsync(
        string id, IEnumerable<JsonPatchOperation> changes, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(changes);
        return (await _api.PatchPolicyAsync(id, new PatchBody([.. changes]), cancellationToken).ConfigureAwait(false))
            .Required("PATCH /administration/policies/{id}");
    }

    /// <summary>Deletes a policy. DELETE /administration/policies/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.DeletePolicyAsync(id, cancellationToken);
    }
}
