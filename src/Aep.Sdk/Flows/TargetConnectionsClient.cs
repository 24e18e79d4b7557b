using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>Target connections (Flow Service <c>/targetConnections</c>).</summary>
public class TargetConnectionsClient
{
    private readonly IFlowConnectionsApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected TargetConnectionsClient() => _api = null!;

    internal TargetConnectionsClient(IFlowConnectionsApi api) => _api = api;

    /// <summary>All of them, page by page.</summary>
    public virtual AepPageable<TargetConnection> ListAsync() => FlowPaging.List<TargetConnection>(_api.ListTargetConnectionsAsync);

    /// <summary>One, by id.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<TargetConnection> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ItemsPage<TargetConnection> page = (await _api.GetTargetConnectionAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /targetConnections/{targetConnectionId}");
        return page.Single("/targetConnections", id);
    }

    /// <summary>The first with this name, or null.</summary>
    /// <param name="name">The name, exactly.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual Task<TargetConnection?> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
        ListAsync().FirstOrDefaultAsync(item => item.Name == name, cancellationToken).AsTask();

    /// <summary>Creates one. Returns its id.</summary>
    /// <param name="definition">What to create.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<string> CreateAsync(TargetConnectionDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ResourceReference created = (await _api.CreateTargetConnectionAsync(definition, cancellationToken).ConfigureAwait(false)).Required("POST /targetConnections");
        return created.Id.Required("POST /targetConnections");
    }

    /// <summary>The id of the one with the definition's name, created if there is none. An existing one is not compared with the definition.</summary>
    /// <param name="definition">What to find or create.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual async Task<string> GetOrCreateAsync(TargetConnectionDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        TargetConnection? existing = await FindByNameAsync(definition.Name, cancellationToken).ConfigureAwait(false);
        return existing?.Id ?? await CreateAsync(definition, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.DeleteTargetConnectionAsync(id, cancellationToken);
    }
}
