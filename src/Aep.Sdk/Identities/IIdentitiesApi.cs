using Aep.Sdk.Core.Pipeline;
using Refit;

namespace Aep.Sdk.Identities;

/// <summary>Identity Service (/data/core): namespaces, graphs, clusters.</summary>
internal interface IIdentitiesApi
{
    private const string MappingsPage = "Experience League: Identity Service, list identity mappings";

    [Get("/data/core/idnamespace/identities")]
    Task<IdentityNamespace[]?> ListNamespacesAsync(CancellationToken cancellationToken);

    [Get("/data/core/idnamespace/identities/{id}")]
    Task<IdentityNamespace?> GetNamespaceAsync(long id, CancellationToken cancellationToken);

    [Post("/data/core/idnamespace/identities")]
    Task<IdentityNamespace?> CreateNamespaceAsync([Body] IdentityNamespaceDefinition body, CancellationToken cancellationToken);

    [Put("/data/core/idnamespace/identities/{id}")]
    Task<IdentityNamespace[]?> UpdateNamespaceAsync(long id, [Body] IdentityNamespaceDefinition body, CancellationToken cancellationToken);

    [Get("/data/core/identity/identity")]
    Task<XidBody?> GetXidAsync(string? @namespace, long? nsid, string id, CancellationToken cancellationToken);

    [Post("/data/core/identity/v2/graph")]
    Task<IdentityGraphs?> GetGraphsAsync([Body] IdentityGraphQuery body, CancellationToken cancellationToken);

    [Get("/data/core/identity/cluster/members")]
    Task<IdentityClusters?> GetClusterAsync(
        string? xid, long? nsid, string? @namespace, string? id, [AliasAs("graph-type")] string? graphType,
        CancellationToken cancellationToken);

    [Post("/data/core/identity/clusters/members")]
    Task<IdentityClusters?> GetClustersAsync([Body] ClustersBody body, CancellationToken cancellationToken);

    [OutsideSpec(MappingsPage)]
    [Post("/data/core/identity/mappings")]
    Task<IdentityMappings?> GetMappingsAsync([Body] MappingsBody body, CancellationToken cancellationToken);
}
