using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Profiles;

/// <summary>Merge policies (<c>/config/mergePolicies</c>): how the fragments of a profile become one.</summary>
public class MergePoliciesClient
{
    private const int PageSize = 100;
    private readonly IMergePoliciesApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected MergePoliciesClient() => _api = null!;

    internal MergePoliciesClient(IMergePoliciesApi api) => _api = api;

    /// <summary>All merge policies, page by page. GET /config/mergePolicies.</summary>
    /// <param name="orderBy">A member to sort by, <c>-</c> before it for descending; or null.</param>
    /// <param name="schemaName">Only those for this schema, for example <c>_xdm.context.profile</c>; or null for all.</param>
    /// <param name="isDefault">Only the default ones, or only the others; null for all.</param>
    public virtual AepPageable<MergePolicy> ListAsync(string? orderBy = null, string? schemaName = null, bool? isDefault = null) =>
        Pageable.ByToken<MergePolicy>(async (start, size, cancellationToken) =>
    {
        MergePolicyPage page = (await _api.ListAsync(start, size ?? PageSize, orderBy, schemaName, isDefault,
            cancellationToken).ConfigureAwait(false))
            .Required("GET /config/mergePolicies");
        return new AepPage<MergePolicy>(page.Children, page.NextStart(start));
    });

    /// <summary>The policy that is used when none is named; null where there is none.</summary>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual Task<MergePolicy?> FindDefaultAsync(CancellationToken cancellationToken = default) =>
        ListAsync().FirstOrDefaultAsync(
            policy => policy.Default && policy.Schema is null or { Name: "_xdm.context.profile" }, cancellationToken).AsTask();

    /// <summary>A merge policy. GET /config/mergePolicies/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<MergePolicy> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /config/mergePolicies/{id}");
    }

    /// <summary>Several merge policies in one request. POST /config/mergePolicies/bulk-get.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Those that exist, by id.</returns>
    /// <exception cref="ArgumentException">There are none, or more than 100.</exception>
    public virtual async Task<IReadOnlyDictionary<string, MergePolicy>> GetManyAsync(
        IEnumerable<string> ids, CancellationToken cancellationToken = default)
    {
        return (await _api.GetManyAsync(IdList.Of(ids), cancellationToken).ConfigureAwait(false))
            .Required("POST /config/mergePolicies/bulk-get").Found(ProfilesJson.Default.MergePolicy);
    }

    /// <summary>Creates a merge policy. POST /config/mergePolicies.</summary>
    /// <param name="definition">The policy.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<MergePolicy> CreateAsync(MergePolicyDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return (await _api.CreateAsync(definition, cancellationToken).ConfigureAwait(false)).Required("POST /config/mergePolicies");
    }

    /// <summary>Replaces a merge policy. PUT /config/mergePolicies/{id}.</summary>
    /// <param name="existing">The policy as it is: its id and version count.</param>
    /// <param name="definition">What it shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<MergePolicy> ReplaceAsync(
        MergePolicy existing, MergePolicyDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(existing);
        ArgumentNullException.ThrowIfNull(definition);
        var body = new MergePolicyBody(
            existing.Id, definition.Name, definition.Schema, definition.IdentityGraph, definition.AttributeMerge, definition.Default,
            definition.IsActiveOnEdge, existing.Version);
        return (await _api.ReplaceAsync(existing.Id, body, cancellationToken).ConfigureAwait(false))
            .Required("PUT /config/mergePolicies/{id}");
    }

    /// <summary>Changes members of a merge policy. PATCH /config/mergePolicies/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="changes">The changes; the service knows <c>add</c> alone.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<MergePolicy> UpdateAsync(
        string id, IEnumerable<JsonPatchOperation> changes, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(changes);
        return (await _api.UpdateAsync(id, [.. changes], cancellationToken).ConfigureAwait(false))
            .Required("PATCH /config/mergePolicies/{id}");
    }

    /// <summary>Deletes a merge policy. DELETE /config/mergePolicies/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.DeleteAsync(id, cancellationToken);
    }
}
