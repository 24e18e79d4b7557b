using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>Runs of dataflows (Flow Service <c>/runs</c>).</summary>
public class FlowRunsClient
{
    private readonly IFlowsApi _api;
    private readonly AepOptions _options;

    /// <summary>For substitutes in tests.</summary>
    protected FlowRunsClient() => (_api, _options) = (null!, null!);

    internal FlowRunsClient(IFlowsApi api, AepOptions options) => (_api, _options) = (api, options);

    /// <summary>All runs of a dataflow, page by page.</summary>
    /// <param name="flowId">The dataflow.</param>
    public virtual AepPageable<FlowRun> ListAsync(string flowId)
    {
        ArgumentException.ThrowIfNullOrEmpty(flowId);
        return FlowPaging.List<FlowRun>((limit, token, cancellationToken) => _api.ListRunsAsync($"flowId=={flowId}", limit, token, cancellationToken));
    }

    /// <summary>A run by id.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is no such run.</exception>
    public virtual async Task<FlowRun> GetAsync(string runId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        ItemsPage<FlowRun> page = (await _api.GetRunAsync(runId, cancellationToken).ConfigureAwait(false)).Required("GET /runs/{runId}");
        return page.Single("/runs", runId);
    }

    /// <summary>Runs a dataflow now, for sources that can be run on demand. Returns the run's id.</summary>
    /// <param name="flowId">The dataflow.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<string> CreateAsync(string flowId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(flowId);
        ResourceReference created = (await _api.CreateRunAsync(new CreateRunBody(flowId), cancellationToken).ConfigureAwait(false)).Required("POST /runs");
        return created.Id.Required("POST /runs");
    }

    /// <summary>A run to wait for, also from another process: the dataflow's id is all it needs.</summary>
    /// <param name="flowId">The dataflow.</param>
    /// <param name="selection">Which run counts; by default the newest.</param>
    public virtual FlowRunOperation GetOperation(string flowId, FlowRunSelection? selection = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(flowId);
        return new FlowRunOperation(this, flowId, selection ?? new FlowRunSelection(), _options);
    }
}
