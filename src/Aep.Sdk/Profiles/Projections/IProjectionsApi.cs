using Aep.Sdk.Core.Pipeline;
using Refit;

namespace Aep.Sdk.Profiles;

/// <summary>Edge projections and their destinations (/config/projections, /config/destinations).</summary>
internal interface IProjectionsApi
{
    private const string Destinations = "/data/core/ups/config/destinations";
    private const string Projections = "/data/core/ups/config/projections";
    private const string Page = "Experience League: profile, edge projection configurations and destinations endpoints";
    private const string Collection = "Adobe's Postman collection of the Real-Time Customer Profile API";
    private const string DestinationType = "Content-Type: application/vnd.adobe.platform.projectionDestination+json";
    private const string ProjectionType = "Content-Type: application/vnd.adobe.platform.projectionConfig+json; version=1";

    [OutsideSpec(Page)]
    [Get(Destinations)]
    Task<EmbeddedProjections?> ListDestinationsAsync(CancellationToken cancellationToken);

    [OutsideSpec(Page)]
    [Post(Destinations)]
    [Headers(DestinationType + "; version=1")]
    Task<ProjectionDestination?> CreateDestinationAsync([Body] ProjectionDestinationDefinition body, CancellationToken cancellationToken);

    [OutsideSpec(Page)]
    [Get(Destinations + "/{id}")]
    Task<ProjectionDestination?> GetDestinationAsync(string id, CancellationToken cancellationToken);

    [OutsideSpec(Page)]
    [Put(Destinations + "/{id}")]
    [Headers(DestinationType)]
    Task<ProjectionDestination?> ReplaceDestinationAsync(
        string id, [Body] ProjectionDestinationDefinition body, CancellationToken cancellationToken);

    [OutsideSpec(Page)]
    [Delete(Destinations + "/{id}")]
    Task DeleteDestinationAsync(string id, CancellationToken cancellationToken);

    [OutsideSpec(Page)]
    [Get(Projections)]
    Task<EmbeddedProjections?> ListAsync(string? schemaName, string? name, CancellationToken cancellationToken);

    [OutsideSpec(Page)]
    [Post(Projections)]
    [Headers(ProjectionType)]
    Task<Projection?> CreateAsync(string schemaName, [Body] ProjectionDefinition body, CancellationToken cancellationToken);

    [OutsideSpec(Collection)]
    [Get(Projections + "/{id}")]
    Task<Projection?> GetAsync(string id, CancellationToken cancellationToken);

    [OutsideSpec(Collection)]
    [Put(Projections + "/{id}")]
    [Headers(ProjectionType)]
    Task<Projection?> ReplaceAsync(string id, [Body] ProjectionDefinition body, CancellationToken cancellationToken);

    [OutsideSpec(Collection)]
    [Delete(Projections + "/{id}")]
    Task DeleteAsync(string id, CancellationToken cancellationToken);
}
