using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Profiles;

/// <summary>
/// The edges that projections go to (<c>/config/destinations</c>). What is changed here is answered at once and takes effect on the edges
/// later.
/// </summary>
public class ProjectionDestinationsClient
{
    private readonly IProjectionsApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected ProjectionDestinationsClient() => _api = null!;

    internal ProjectionDestinationsClient(IProjectionsApi api) => _api = api;

    /// <summary>The destinations. The service gives them on one page. GET /config/destinations.</summary>
    public virtual AepPageable<ProjectionDestination> ListAsync() => Pageable.OnOnePage(async cancellationToken =>
        (await _api.ListDestinationsAsync(cancellationToken).ConfigureAwait(false))
            .Required("GET /config/destinations").Embedded?.ProjectionDestinations ?? []);

    /// <summary>A destination. GET /config/destinations/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<ProjectionDestination> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetDestinationAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /config/destinations/{id}");
    }

    /// <summary>Creates a destination. POST /config/destinations.</summary>
    /// <param name="definition">Where the edges stand.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">There is no data center, or the time to expiry is not one that the service takes.</exception>
    public virtual async Task<ProjectionDestination> CreateAsync(
        ProjectionDestinationDefinition definition, CancellationToken cancellationToken = default)
    {
        Check(definition);
        return (await _api.CreateDestinationAsync(definition, cancellationToken).ConfigureAwait(false))
            .Required("POST /config/destinations");
    }

    /// <summary>Replaces a destination. PUT /config/destinations/{id}.</summary>
    /// <param name="existing">The destination as it is: its id and version count.</param>
    /// <param name="definition">What it shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<ProjectionDestination> ReplaceAsync(
        ProjectionDestination existing, ProjectionDestinationDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(existing);
        Check(definition);
        ProjectionDestinationDefinition body = definition with { CurrentVersion = existing.Version };
        return (await _api.ReplaceDestinationAsync(existing.Id, body, cancellationToken).ConfigureAwait(false))
            .Required("PUT /config/destinations/{id}");
    }

    /// <summary>Deletes a destination. DELETE /config/destinations/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.DeleteDestinationAsync(id, cancellationToken);
    }

    private static void Check(ProjectionDestinationDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (definition.DataCenters.Count == 0) throw new ArgumentException("Give at least one data center.", nameof(definition));
        if (definition.TtlInSeconds is < 600 or > 604_800)
            throw new ArgumentException(
                $"A projection expires after 600 to 604,800 seconds, not {definition.TtlInSeconds}.", nameof(definition));
    }
}
