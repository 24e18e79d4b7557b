using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Identities;

/// <summary>Identity Service: which identities belong to one person.</summary>
public class IdentitiesClient
{
    private const int MaxMappings = 1_000;
    private readonly IIdentitiesApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected IdentitiesClient()
    {
        _api = null!;
        Namespaces = null!;
    }

    internal IdentitiesClient(AepPipeline pipeline)
    {
        _api = pipeline.Api(IdentitiesJson.Default, RefitStubs.IdentitiesApi);
        Namespaces = new NamespacesClient(_api);
    }

    /// <summary>Identity namespaces.</summary>
    public virtual NamespacesClient Namespaces { get; }

    /// <summary>The XID of an identity: the form in which Identity Service keeps it. GET /identity/identity.</summary>
    /// <param name="identity">Namespace, by code or number, and value.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">The service does not know the identity.</exception>
    public virtual async Task<string> GetXidAsync(IdentityReference identity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identity);
        XidBody body = (await _api.GetXidAsync(identity.NamespaceCode, identity.NamespaceId, identity.RequireId(),
            cancellationToken).ConfigureAwait(false))
            .Required("GET /identity/identity");
        return body.Xid;
    }

    /// <summary>The identities that are linked with others, as sets or as graphs with their edges. POST /identity/v2/graph.</summary>
    /// <param name="query">Of which identities, and how.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IdentityGraphs> GetGraphsAsync(IdentityGraphQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.CompositeXids is { Count: > 0 } == query.Xids is { Count: > 0 })
            throw new ArgumentException("Give either composite XIDs or XIDs.", nameof(query));
        return (await _api.GetGraphsAsync(query, cancellationToken).ConfigureAwait(false)).Required("POST /identity/v2/graph");
    }

    /// <summary>
    /// The cluster of one identity. Adobe has deprecated this for <see cref="GetGraphsAsync"/>. GET /identity/cluster/members.
    /// </summary>
    /// <param name="identity">The identity, or its XID.</param>
    /// <param name="graphType">The graph, or null for the organisation's own.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IdentityClusters> GetClusterAsync(
        IdentityReference identity, string? graphType = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return (await _api.GetClusterAsync(
            identity.Xid, identity.NamespaceId, identity.NamespaceCode, identity.Id, graphType, cancellationToken).ConfigureAwait(false))
            .Required("GET /identity/cluster/members");
    }

    /// <summary>
    /// The clusters of several identities. Adobe has deprecated this for <see cref="GetGraphsAsync"/>. POST /identity/clusters/members.
    /// </summary>
    /// <param name="identities">The identities: all as XIDs, all by number of namespace, or all by its code.</param>
    /// <param name="graphType">The graph, or null for the organisation's own.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<IdentityClusters> GetClustersAsync(
        IEnumerable<IdentityReference> identities, string? graphType = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identities);
        return (await _api.GetClustersAsync(ClustersBody.From([.. identities], graphType), cancellationToken).ConfigureAwait(false))
            .Required("POST /identity/clusters/members");
    }

    /// <summary>For each identity, those of one namespace in its cluster. POST /identity/mappings.</summary>
    /// <param name="identities">Up to 1,000 identities: all as XIDs, or all by number of namespace.</param>
    /// <param name="targetNamespaceId">Number of the namespace that is asked for; null for that of each identity.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The mappings; none where the service has no linked identities.</returns>
    public virtual async Task<IdentityMappings> GetMappingsAsync(
        IEnumerable<IdentityReference> identities, long? targetNamespaceId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identities);
        IdentityReference[] asked = [.. identities];
        if (asked.Length is 0 or > MaxMappings)
            throw new ArgumentException($"Give 1 to {MaxMappings} identities; these are {asked.Length}.", nameof(identities));
        // Nothing found is 204 without a body.
        return await _api.GetMappingsAsync(MappingsBody.From(asked, targetNamespaceId), cancellationToken).ConfigureAwait(false)
            ?? new IdentityMappings();
    }
}
