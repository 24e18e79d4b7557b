using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Profiles;

/// <summary>
/// Edge projections (<c>/config/projections</c>): which fields of a profile are kept on edges, near to those who ask for them.
/// </summary>
public class ProjectionsClient
{
    private readonly IProjectionsApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected ProjectionsClient() => (_api, Destinations) = (null!, null!);

    internal ProjectionsClient(IProjectionsApi api) => (_api, Destinations) = (api, new ProjectionDestinationsClient(api));

    /// <summary>The edges that projections go to.</summary>
    public virtual ProjectionDestinationsClient Destinations { get; }

    /// <summary>The projections. The service gives them on one page. GET /config/projections.</summary>
    /// <param name="schemaName">Only those of this class, for example <c>_xdm.context.profile</c>; null for all.</param>
    /// <param name="name">Only the one with this name; together with a class.</param>
    /// <exception cref="ArgumentException">There is a name without a class.</exception>
    public virtual AepPageable<Projection> ListAsync(string? schemaName = null, string? name = null)
    {
        if (name is not null && schemaName is null)
            throw new ArgumentException("A name belongs to a class: give the name of the schema, too.", nameof(schemaName));
        return Pageable.OnOnePage(async cancellationToken =>
            (await _api.ListAsync(schemaName, name, cancellationToken).ConfigureAwait(false))
                .Required("GET /config/projections").Embedded?.ProjectionConfigs ?? []);
    }

    /// <summary>A projection. GET /config/projections/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<Projection> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /config/projections/{id}");
    }

    /// <summary>Creates a projection. POST /config/projections.</summary>
    /// <param name="definition">Which fields, and where to.</param>
    /// <param name="schemaName">The class whose fields they are; null for individual profiles.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">The selector is empty or has spaces.</exception>
    public virtual async Task<Projection> CreateAsync(
        ProjectionDefinition definition, string? schemaName = null, CancellationToken cancellationToken = default)
    {
        Check(definition);
        return (await _api.CreateAsync(schemaName ?? SchemaName.Profile.Name, definition, cancellationToken).ConfigureAwait(false))
            .Required("POST /config/projections");
    }

    /// <summary>Replaces a projection. PUT /config/projections/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="definition">What it shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<Projection> ReplaceAsync(
        string id, ProjectionDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Check(definition);
        return (await _api.ReplaceAsync(id, definition, cancellationToken).ConfigureAwait(false)).Required("PUT /config/projections/{id}");
    }

    /// <summary>Deletes a projection. DELETE /config/projections/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.DeleteAsync(id, cancellationToken);
    }

    private static void Check(ProjectionDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (string.IsNullOrEmpty(definition.Selector) || definition.Selector.Any(char.IsWhiteSpace))
            throw new ArgumentException(
                $"The selector '{definition.Selector}' is empty or has spaces. Put commas alone between fields.", nameof(definition));
    }
}
