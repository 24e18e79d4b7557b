namespace Aep.Sdk.Flows;

/// <summary>Target connections: where a dataflow writes (Flow Service <c>/targetConnections</c>).</summary>
public class TargetConnectionsClient : FlowResourcesClient<TargetConnection, TargetConnectionDefinition>
{
    private readonly ITargetConnectionsApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected TargetConnectionsClient() => _api = null!;

    internal TargetConnectionsClient(ITargetConnectionsApi api, TimeProvider time)
        : base(new FlowResourceRoutes<TargetConnection, TargetConnectionDefinition>("/targetConnections")
        {
            List = api.ListAsync,
            Get = api.GetAsync,
            Create = api.CreateAsync,
            Update = api.UpdateAsync,
            Delete = api.DeleteAsync,
        }, time) => _api = api;

    /// <summary>Makes a draft usable (<c>POST /targetConnections/{id}/action?op=publish</c>).</summary>
    /// <param name="id">The connection's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task PublishAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.ActAsync(id, FlowAction.Publish.ToString(), cancellationToken);
    }
}
