using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>Runs of dataflows (Flow Service <c>/runs</c>).</summary>
public class FlowRunsClient
{
    private static readonly string[] OwnedByTheService =
    [
        "id", "etag", "eTag", "createdAt", "updatedAt", "createdBy", "updatedBy", "createdClient", "updatedClient", "sandboxId",
            "sandboxName", "imsOrgId",
    ];

    private readonly IFlowRunsApi _api;
    private readonly AepOptions _options;

    /// <summary>For substitutes in tests.</summary>
    protected FlowRunsClient() => (_api, _options) = (null!, null!);

    internal FlowRunsClient(IFlowRunsApi api, AepOptions options) => (_api, _options) = (api, options);

    /// <summary>All runs of a dataflow, page by page.</summary>
    /// <param name="flowId">The dataflow.</param>
    public virtual AepPageable<FlowRun> ListAsync(string flowId)
    {
        ArgumentException.ThrowIfNullOrEmpty(flowId);
        return ListAsync(FlowFilter.Flow(flowId));
    }

    /// <summary>Runs that a filter finds, of whatever dataflow, page by page.</summary>
    /// <param name="filter">Which, and in which order.</param>
    public virtual AepPageable<FlowRun> ListAsync(FlowFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return FlowPaging.List(_api.ListAsync, filter);
    }

    /// <summary>A run by id.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is no such run.</exception>
    public virtual async Task<FlowRun> GetAsync(string runId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        return (await _api.GetAsync(runId, cancellationToken).ConfigureAwait(false)).Required("GET /runs/{runId}").Single("/runs", runId);
    }

    /// <summary>Runs a dataflow now, for sources that can be run on demand. Returns the run's id.</summary>
    /// <param name="flowId">The dataflow.</param>
    /// <param name="window">Which data it reads; by default what is new.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<string> CreateAsync(
        string flowId, FlowRunWindow? window = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(flowId);
        ResourceReference created = (await _api.CreateAsync(new CreateRunBody(flowId, window?.ToBody()),
            cancellationToken).ConfigureAwait(false)).Required("POST /runs");
        return created.Id.Required("POST /runs");
    }

    /// <summary>Writes a run as it was read and changed, for flows of one's own (<c>PUT /runs/{runId}</c> with <c>If-Match</c>).</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepConflictException">It was changed since it was read; has both versions.</exception>
    public virtual async Task UpdateAsync(FlowRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        string version = run.Version ?? throw new ArgumentException(
            $"The run {run.Id} has no version (etag). Read it with GetAsync before you change it.", nameof(run));
        try
        {
            await _api.UpdateAsync(run.Id, version, WithoutTheServicesOwn(run), cancellationToken).ConfigureAwait(false);
        }
        catch (AepConflictException conflict)
        {
            throw conflict.Between(version, (await GetAsync(run.Id, cancellationToken).ConfigureAwait(false)).Version);
        }
    }

    /// <summary>Runs a failed run once more (<c>POST /runs/{runId}/action?op=RE_TRIGGER</c>).</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is no such run.</exception>
    public virtual Task RetriggerAsync(string runId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        return _api.ActAsync(runId, "RE_TRIGGER", cancellationToken);
    }

    /// <summary>A run to wait for, also from another process: the dataflow's id is all it needs.</summary>
    /// <param name="flowId">The dataflow.</param>
    /// <param name="selection">Which run counts; by default the newest.</param>
    public virtual FlowRunOperation GetOperation(string flowId, FlowRunSelection? selection = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(flowId);
        return new FlowRunOperation(this, flowId, selection ?? new FlowRunSelection(), _options);
    }

    // What the service writes itself is not part of the body.
    private static JsonObject WithoutTheServicesOwn(FlowRun run)
    {
        JsonObject body = JsonSerializer.SerializeToNode(run, FlowsJson.Default.FlowRun)!.AsObject();
        foreach (string name in OwnedByTheService) body.Remove(name);
        return body;
    }
}
