using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Profiles;

/// <summary>Computed attributes (<c>/ca/attributes</c>): events of a profile, aggregated into an attribute.</summary>
public class ComputedAttributesClient
{
    private const int PageSize = 40;
    private readonly IComputedAttributesApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected ComputedAttributesClient() => _api = null!;

    internal ComputedAttributesClient(IComputedAttributesApi api) => _api = api;

    /// <summary>All computed attributes, page by page. GET /ca/attributes.</summary>
    /// <param name="property">A filter such as <c>status=NEW,PROCESSED</c>, or null.</param>
    /// <param name="sortBy">A member to sort by, <c>-</c> before it for descending; or null.</param>
    public virtual AepPageable<ComputedAttribute> ListAsync(string? property = null, string? sortBy = null) =>
        Pageable.ByOffset<ComputedAttribute>(PageSize, async (offset, size, cancellationToken) =>
            (await _api.ListAsync(offset, size, sortBy, property,
                cancellationToken).ConfigureAwait(false)).Required("GET /ca/attributes").Children);

    /// <summary>A computed attribute. GET /ca/attributes/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<ComputedAttribute> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /ca/attributes/{id}");
    }

    /// <summary>Creates a computed attribute. POST /ca/attributes.</summary>
    /// <param name="definition">The attribute.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<ComputedAttribute> CreateAsync(
        ComputedAttributeDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return (await _api.CreateAsync(definition, cancellationToken).ConfigureAwait(false)).Required("POST /ca/attributes");
    }

    /// <summary>Changes the state of a computed attribute: publishes a draft, or ends it. PATCH /ca/attributes/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="status">The new state.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<ComputedAttribute> UpdateStatusAsync(
        string id, ComputedAttributeStatus status, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.UpdateAsync(id, new StatusBody(status), cancellationToken).ConfigureAwait(false))
            .Required("PATCH /ca/attributes/{id}");
    }

    /// <summary>Deletes a computed attribute. DELETE /ca/attributes/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.DeleteAsync(id, cancellationToken);
    }
}
