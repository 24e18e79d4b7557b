using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Flows;

/// <summary>Dataflows, into and out of Experience Platform (Flow Service <c>/flows</c>).</summary>
public class FlowsClient : FlowResourcesClient<Flow, FlowDefinition>
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
        Graphs = null!;
    }

    internal FlowsClient(AepPipeline pipeline)
        : this(pipeline, pipeline.Api(FlowsJson.Default, RefitStubs.FlowsApi))
    {
    }

    private FlowsClient(AepPipeline pipeline, IFlowsApi api)
        : base(new FlowResourceRoutes<Flow, FlowDefinition>("/flows")
        {
            List = api.ListAsync,
            Get = api.GetAsync,
            Create = api.CreateAsync,
            Update = api.UpdateAsync,
            Delete = api.DeleteAsync,
        }, pipeline.Time)
    {
        _api = api;
        ConnectionSpecs = new ConnectionSpecsClient(pipeline.Api(FlowsJson.Default, RefitStubs.ConnectionSpecsApi));
        FlowSpecs = new FlowSpecsClient(pipeline.Api(FlowsJson.Default, RefitStubs.FlowSpecsApi));
        Connections = new ConnectionsClient(pipeline.Api(FlowsJson.Default, RefitStubs.ConnectionsApi), pipeline.Time);
        SourceConnections = new SourceConnectionsClient(pipeline.Api(FlowsJson.Default, RefitStubs.SourceConnectionsApi), pipeline.Time);
        TargetConnections = new TargetConnectionsClient(pipeline.Api(FlowsJson.Default, RefitStubs.TargetConnectionsApi), pipeline.Time);
        Runs = new FlowRunsClient(pipeline.Api(FlowsJson.Default, RefitStubs.FlowRunsApi), pipeline.Options);
        Sources = new FlowSourcesClient(this, pipeline.Time);
        Graphs = new FlowGraphsClient(this);
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

    /// <summary>Dataflows with everything they hang on, and their deletion.</summary>
    public virtual FlowGraphsClient Graphs { get; }

    /// <summary>Switches a dataflow on (<c>POST /flows/{id}/action?op=enable</c>).</summary>
    /// <param name="flowId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is no such dataflow.</exception>
    public virtual Task EnableAsync(string flowId, CancellationToken cancellationToken = default) =>
        ActAsync(flowId, FlowAction.Enable, cancellationToken: cancellationToken);

    /// <summary>
    /// Switches a dataflow off: it keeps its runs and is not run by its schedule (<c>POST /flows/{id}/action?op=disable</c>).
    /// </summary>
    /// <param name="flowId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is no such dataflow.</exception>
    public virtual Task DisableAsync(string flowId, CancellationToken cancellationToken = default) =>
        ActAsync(flowId, FlowAction.Disable, cancellationToken: cancellationToken);

    /// <summary>Moves a dataflow to another state (<c>POST /flows/{id}/action</c>).</summary>
    /// <remarks>
    /// The specification requires a step; Adobe's tutorials send none with enable, disable and publish, and neither is sent here unless
    /// given.
    /// </remarks>
    /// <param name="flowId">Its id.</param>
    /// <param name="action">What to do.</param>
    /// <param name="step">Which step of it (<c>subOp</c>).</param>
    /// <param name="progress">How far it is, for <see cref="FlowActionStep.Progress"/>.</param>
    /// <param name="version">The version (etag) that it must still have; null for any.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is no such dataflow.</exception>
    public virtual Task ActAsync(
        string flowId, FlowAction action, FlowActionStep? step = null, FlowActionProgress? progress = null, string? version = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(flowId);
        return progress is null
            ? _api.ActAsync(flowId, action.ToString(), step?.ToString(), version, cancellationToken)
            : _api.ReportAsync(flowId, action.ToString(), step?.ToString(), version, progress, cancellationToken);
    }

    /// <summary>Dataflows that a query finds, page by page (<c>POST /flows/search</c>).</summary>
    /// <param name="search">The query.</param>
    public virtual AepPageable<Flow> SearchAsync(FlowSearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        return FlowPaging.List<Flow>(
            (size, token, cancellationToken) => _api.SearchAsync(token, search.ToProjectingBody(size), cancellationToken));
    }

    /// <summary>Waits for a run of a dataflow and for its end. There need not be a run yet.</summary>
    /// <param name="flowId">The dataflow.</param>
    /// <param name="selection">Which run counts; by default the newest, whenever it was.</param>
    /// <param name="progress">Told after each look.</param>
    /// <param name="cancellationToken">Cancels the wait, not the run.</param>
    /// <returns>
    /// The run. A source may have left out as many rows as its dataflow allows: <see cref="FlowRun.Outcome"/> says how many, and why.
    /// </returns>
    /// <exception cref="AepOperationFailedException">The run failed; has its errors.</exception>
    public virtual Task<FlowRun> WaitForRunAsync(
        string flowId, FlowRunSelection? selection = null, IProgress<AepProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        Runs.GetOperation(flowId, selection).WaitForCompletionAsync(progress, cancellationToken);

    /// <summary>The id of the dataflow with this name, switched on if it was off; null if there is none.</summary>
    internal async Task<string?> FindEnabledAsync(string name, CancellationToken cancellationToken)
    {
        Flow? flow = await FindByNameAsync(name, cancellationToken).ConfigureAwait(false);
        if (flow is not null && flow.State == FlowState.Disabled) await EnableAsync(flow.Id, cancellationToken).ConfigureAwait(false);
        return flow?.Id;
    }
}
