using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Flows;

/// <summary>Dataflows, into and out of Experience Platform (Flow Service <c>/flows</c>).</summary>
public class FlowsClient
{
    private readonly IFlowsApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected FlowsClient()
    {
        _api = null!;
        ConnectionSpecs = null!;
        FlowSpecs = null!;
        Connections = null!;
        SourceConnections = null!;
        TargetConnections = null!;
        Runs = null!;
        Sources = null!;
    }

    internal FlowsClient(AepPipeline pipeline)
    {
        _api = pipeline.Api<IFlowsApi>(FlowsJson.Default);
        var connections = pipeline.Api<IFlowConnectionsApi>(FlowsJson.Default);
        ConnectionSpecs = new ConnectionSpecsClient(connections);
        FlowSpecs = new FlowSpecsClient(connections);
        Connections = new ConnectionsClient(connections);
        SourceConnections = new SourceConnectionsClient(connections);
        TargetConnections = new TargetConnectionsClient(connections);
        Runs = new FlowRunsClient(_api, pipeline.Options);
        Sources = new FlowSourcesClient(this, pipeline.Time);
    }

    /// <summary>Kinds of systems to connect to.</summary>
    public virtual ConnectionSpecsClient ConnectionSpecs { get; }

    /// <summary>Kinds of dataflows.</summary>
    public virtual FlowSpecsClient FlowSpecs { get; }

    /// <summary>Base connections.</summary>
    public virtual ConnectionsClient Connections { get; }

    /// <summary>Source connections.</summary>
    public virtual SourceConnectionsClient SourceConnections { get; }

    /// <summary>Target connections.</summary>
    public virtual TargetConnectionsClient TargetConnections { get; }

    /// <summary>Runs of dataflows.</summary>
    public virtual FlowRunsClient Runs { get; }

    /// <summary>Dataflows that bring data in.</summary>
    public virtual FlowSourcesClient Sources { get; }

    /// <summary>All dataflows of the sandbox, page by page.</summary>
    public virtual AepPageable<Flow> ListAsync() => FlowPaging.List<Flow>(_api.ListFlowsAsync);

    /// <summary>A dataflow by id.</summary>
    /// <param name="flowId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is no such dataflow.</exception>
    public virtual async Task<Flow> GetAsync(string flowId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(flowId);
        ItemsPage<Flow> page = (await _api.GetFlowAsync(flowId, cancellationToken).ConfigureAwait(false)).Required("GET /flows/{flowId}");
        return page.Single("/flows", flowId);
    }

    /// <summary>The first dataflow with this name, or null.</summary>
    /// <param name="name">The name, exactly.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual Task<Flow?> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
        ListAsync().FirstOrDefaultAsync(flow => flow.Name == name, cancellationToken).AsTask();

    /// <summary>Creates a dataflow. Returns its id.</summary>
    /// <param name="definition">What to create.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<string> CreateAsync(FlowDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ResourceReference created = (await _api.CreateFlowAsync(definition, cancellationToken).ConfigureAwait(false)).Required("POST /flows");
        return created.Id.Required("POST /flows");
    }

    /// <summary>The id of the dataflow with the definition's name, created if there is none. An existing one is not compared with the definition.</summary>
    /// <param name="definition">What to find or create.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual async Task<string> GetOrCreateAsync(FlowDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Flow? existing = await FindByNameAsync(definition.Name, cancellationToken).ConfigureAwait(false);
        return existing?.Id ?? await CreateAsync(definition, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes a dataflow with JSON Patch operations.</summary>
    /// <param name="flow">The dataflow as read: its version protects against changes by somebody else.</param>
    /// <param name="operations">The changes.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepConflictException">Somebody else has changed the dataflow since it was read.</exception>
    public virtual async Task UpdateAsync(Flow flow, IReadOnlyList<JsonPatchOperation> operations, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(operations);
        (await _api.UpdateFlowAsync(flow.Id, flow.Etag ?? string.Empty, [.. operations], cancellationToken).ConfigureAwait(false)).Required("PATCH /flows/{flowId}");
    }

    /// <summary>Switches a dataflow on (<c>POST /flows/{id}/action?op=enable</c>).</summary>
    /// <param name="flowId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is no such dataflow.</exception>
    public virtual Task EnableAsync(string flowId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(flowId);
        return _api.ActOnFlowAsync(flowId, "enable", cancellationToken);
    }

    /// <summary>Switches a dataflow off: it keeps its runs and is not run by its schedule (<c>POST /flows/{id}/action?op=disable</c>).</summary>
    /// <param name="flowId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is no such dataflow.</exception>
    public virtual Task DisableAsync(string flowId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(flowId);
        return _api.ActOnFlowAsync(flowId, "disable", cancellationToken);
    }

    /// <summary>Deletes a dataflow. Its connections stay.</summary>
    /// <param name="flowId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is no such dataflow.</exception>
    public virtual Task DeleteAsync(string flowId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(flowId);
        return _api.DeleteFlowAsync(flowId, cancellationToken);
    }

    /// <summary>Waits for a run of a dataflow and for its end. There need not be a run yet.</summary>
    /// <param name="flowId">The dataflow.</param>
    /// <param name="selection">Which run counts; by default the newest, whenever it was.</param>
    /// <param name="progress">Told after each look.</param>
    /// <param name="cancellationToken">Cancels the wait, not the run.</param>
    /// <exception cref="AepOperationFailedException">The run failed; has its errors.</exception>
    public virtual Task<FlowRun> WaitForRunAsync(
        string flowId, FlowRunSelection? selection = null, IProgress<AepProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Runs.GetOperation(flowId, selection).WaitForCompletionAsync(progress, cancellationToken);

    /// <summary>The id of the dataflow with this name, switched on if it was off; null if there is none.</summary>
    internal async Task<string?> FindEnabledAsync(string name, CancellationToken cancellationToken)
    {
        Flow? flow = await FindByNameAsync(name, cancellationToken).ConfigureAwait(false);
        if (flow is not null && flow.State == FlowState.Disabled) await EnableAsync(flow.Id, cancellationToken).ConfigureAwait(false);
        return flow?.Id;
    }
}
