namespace Aep.Sdk.Flows;

/// <summary>Source connections: where a dataflow reads (Flow Service <c>/sourceConnections</c>).</summary>
public class SourceConnectionsClient : FlowResourcesClient<SourceConnection, SourceConnectionDefinition>
{
    private readonly ISourceConnectionsApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected SourceConnectionsClient() => _api = null!;

    internal SourceConnectionsClient(ISourceConnectionsApi api, TimeProvider time)
        : base(new FlowResourceRoutes<SourceConnection, SourceConnectionDefinition>("/sourceConnections")
        {
            List = api.ListAsync,
            Get = api.GetAsync,
            Create = api.CreateAsync,
            Update = api.UpdateAsync,
            Delete = api.DeleteAsync,
        }, time) => _api = api;

    /// <summary>Makes a draft usable (<c>POST /sourceConnections/{id}/action?op=publish</c>).</summary>
    /// <param name="id">The connection's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task PublishAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.ActAsync(id, FlowAction.Publish.ToString(), cancellationToken);
    }
}
