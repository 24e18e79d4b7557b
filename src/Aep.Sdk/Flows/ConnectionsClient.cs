using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>Base connections (Flow Service <c>/connections</c>).</summary>
public class ConnectionsClient
{
    private readonly IFlowConnectionsApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected ConnectionsClient() => _api = null!;

    internal ConnectionsClient(IFlowConnectionsApi api) => _api = api;

    /// <summary>All of them, page by page.</summary>
    public virtual AepPageable<Connection> ListAsync() => FlowPaging.List<Connection>(_api.ListConnectionsAsync);

    /// <summary>One, by id.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<Connection> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ItemsPage<Connection> page = (await _api.GetConnectionAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /connections/{connectionId}");
        return page.Single("/connections", id);
    }

    /// <summary>The first with this name, or null.</summary>
    /// <param name="name">The name, exactly.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual Task<Connection?> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
        ListAsync().FirstOrDefaultAsync(item => item.Name == name, cancellationToken).AsTask();

    /// <summary>Creates one. Returns its id.</summary>
    /// <param name="definition">What to create.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<string> CreateAsync(ConnectionDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ResourceReference created = (await _api.CreateConnectionAsync(definition, cancellationToken).ConfigureAwait(false)).Required("POST /connections");
        return created.Id.Required("POST /connections");
    }

    /// <summary>The id of the one with the definition's name, created if there is none. An existing one is not compared with the definition.</summary>
    /// <param name="definition">What to find or create.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual async Task<string> GetOrCreateAsync(ConnectionDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Connection? existing = await FindByNameAsync(definition.Name, cancellationToken).ConfigureAwait(false);
        return existing?.Id ?? await CreateAsync(definition, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.DeleteConnectionAsync(id, cancellationToken);
    }
}
