using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Segmentation;

/// <summary>Audiences (Segmentation Service <c>/audiences</c>): those made by rules, and those brought in from elsewhere.</summary>
public class AudiencesClient
{
    private const int PageSize = 100;
    private readonly IAudiencesApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected AudiencesClient() => _api = null!;

    internal AudiencesClient(IAudiencesApi api) => _api = api;

    /// <summary>The audiences, page by page. GET /audiences.</summary>
    /// <param name="filter">Which of them, or null for all.</param>
    public virtual AepPageable<Audience> ListAsync(AudienceFilter? filter = null) =>
        Pageable.ByToken<Audience>(async (start, size, cancellationToken) => (await _api.ListAsync(
            start, size ?? PageSize, filter?.Sort, filter?.Property, filter?.Name, filter?.Description, filter?.EntityType,
            cancellationToken)
            .ConfigureAwait(false)).Required("GET /audiences").From(start));

    /// <summary>An audience. GET /audiences/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<Audience> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /audiences/{id}");
    }

    /// <summary>Several audiences in one request. POST /audiences/bulk-get.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Those that exist, by id.</returns>
    /// <exception cref="ArgumentException">There are none, or more than 100.</exception>
    public virtual async Task<IReadOnlyDictionary<string, Audience>> GetManyAsync(
        IEnumerable<string> ids, CancellationToken cancellationToken = default)
    {
        return (await _api.GetManyAsync(IdList.Of(ids), cancellationToken).ConfigureAwait(false))
            .Required("POST /audiences/bulk-get").Found(SegmentationJson.Default.Audience);
    }

    /// <summary>Creates an audience. POST /audiences.</summary>
    /// <param name="definition">The audience.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepRequestException">The service has refused it, for example for its rule.</exception>
    public virtual async Task<Audience> CreateAsync(AudienceDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return (await _api.CreateAsync(definition, cancellationToken).ConfigureAwait(false)).Required("POST /audiences");
    }

    /// <summary>Replaces an audience. PUT /audiences/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="definition">What it shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<Audience> ReplaceAsync(
        string id, AudienceDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(definition);
        return (await _api.ReplaceAsync(id, definition, cancellationToken).ConfigureAwait(false)).Required("PUT /audiences/{id}");
    }

    /// <summary>Changes members of an audience. PATCH /audiences/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<Audience> UpdateAsync(
        string id, IEnumerable<JsonPatchOperation> changes, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(changes);
        return (await _api.UpdateAsync(id, [.. changes], cancellationToken).ConfigureAwait(false)).Required("PATCH /audiences/{id}");
    }

    /// <summary>Deletes an audience. DELETE /audiences/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.DeleteAsync(id, cancellationToken);
    }
}
