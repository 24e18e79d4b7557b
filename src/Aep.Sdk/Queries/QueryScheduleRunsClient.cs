using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>Runs of schedules (Query Service <c>/schedules/{id}/runs</c>).</summary>
public class QueryScheduleRunsClient
{
    private readonly IQuerySchedulesApi _api;
    private readonly AepOptions _options;

    /// <summary>For substitutes in tests.</summary>
    protected QueryScheduleRunsClient() => (_api, _options) = (null!, null!);

    internal QueryScheduleRunsClient(IQuerySchedulesApi api, AepOptions options) => (_api, _options) = (api, options);

    /// <summary>All runs of a schedule, page by page. <c>GET /schedules/{id}/runs</c>.</summary>
    /// <param name="scheduleId">The schedule.</param>
    /// <param name="selection">Order and conditions on <c>created</c>, <c>state</c> and <c>externalTrigger</c>.</param>
    public virtual AepPageable<QueryScheduleRun> ListAsync(string scheduleId, QuerySelection? selection = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(scheduleId);
        return QueryPaging.ByTime<QueryScheduleRunPage, QueryScheduleRun>(
            selection, "GET /schedules/{id}/runs",
            (order, size, start, cancellationToken) =>
                _api.ListRunsAsync(scheduleId, order, size, start, selection?.Property, cancellationToken),
            page => page.Runs, page => page.Links);
    }

    /// <summary>A run, with its attempts. <c>GET /schedules/{id}/runs/{runId}</c>.</summary>
    /// <param name="scheduleId">The schedule.</param>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<QueryScheduleRun> GetAsync(string scheduleId, string runId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(scheduleId);
        ArgumentException.ThrowIfNullOrEmpty(runId);
        return (await _api.GetRunAsync(scheduleId, runId, cancellationToken).ConfigureAwait(false))
            .Required("GET /schedules/{id}/runs/{runId}");
    }

    /// <summary>Runs a schedule at once, beside its times. AEP does not say the run's id: look for it in the listing. <c>POST
    /// /schedules/{id}/runs</c>.</summary>
    /// <param name="scheduleId">The schedule.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is no such schedule.</exception>
    public virtual Task TriggerAsync(string scheduleId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(scheduleId);
        return _api.TriggerRunAsync(scheduleId, cancellationToken);
    }

    /// <summary>Stops a run. <c>PATCH /schedules/{id}/runs/{runId}</c>.</summary>
    /// <param name="scheduleId">The schedule.</param>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task CancelAsync(string scheduleId, string runId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(scheduleId);
        ArgumentException.ThrowIfNullOrEmpty(runId);
        return _api.UpdateRunAsync(scheduleId, runId, new QueryPatchBody("cancel"), cancellationToken);
    }

    /// <summary>A run to wait for.</summary>
    /// <param name="scheduleId">The schedule.</param>
    /// <param name="runId">The run.</param>
    public virtual QueryScheduleRunOperation GetOperation(string scheduleId, string runId)
    {
        ArgumentException.ThrowIfNullOrEmpty(scheduleId);
        ArgumentException.ThrowIfNullOrEmpty(runId);
        return new QueryScheduleRunOperation(_api, _options, scheduleId, runId);
    }
}
