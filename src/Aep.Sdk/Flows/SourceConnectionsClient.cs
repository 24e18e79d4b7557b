using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>Source connections (Flow Service <c>/sourceConnections</c>).</summary>
public class SourceConnectionsClient
{
    private readonly IFlowConnectionsApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected SourceConnectionsClient() => _api = null!;

    internal SourceConnectionsClient(IFlowConnectionsApi api) => _api = api;

    /// <summary>All of them, page by page.</summary>
    public virtual AepPageable<SourceConnection> ListAsync() => FlowPaging.List<SourceConnection>(_api.ListSourceConnectionsAsync);

    /// <summary>One, by id.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<SourceConnection> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ItemsPage<SourceConnection> page = (await _api.GetSourceConnectionAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /sourceConnections/{sourceConnectionId}");
        return page.Single("/sourceConnections", id);
    }

    /// <summary>The first with this name, or null.</summary>
    /// <param name="name">The name, exactly.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual Task<SourceConnection?> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
        ListAsync().FirstOrDefaultAsync(item => item.Name == name, cancellationToken).AsTask();

    /// <summary>Creates one. Returns its id.</summary>
    /// <param name="definition">What to create.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<string> CreateAsync(SourceConnectionDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ResourceReference created = (await _api.CreateSourceConnectionAsync(definition, cancellationToken).ConfigureAwait(false)).Required("POST /sourceConnections");
        return created.Id.Required("POST /sourceConnections");
    }

    /// <summary>The id of the one with the definition's name, created if there is none. An existing one is not compared with the definition.</summary>
    /// <param name="definition">What to find or create.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual async Task<string> GetOrCreateAsync(SourceConnectionDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        SourceConnection? existing = await FindByNameAsync(definition.Name, cancellationToken).ConfigureAwait(false);
        return existing?.Id ?? await CreateAsync(definition, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.DeleteSourceConnectionAsync(id, cancellationToken);
    }
}
