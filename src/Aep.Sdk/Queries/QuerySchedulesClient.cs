using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>Queries that run again and again (Query Service <c>/schedules</c>).</summary>
public class QuerySchedulesClient
{
    private readonly IQuerySchedulesApi _api;
    private readonly AepOptions _options;

    /// <summary>For substitutes in tests.</summary>
    protected QuerySchedulesClient() => (_api, _options, Runs) = (null!, null!, null!);

    internal QuerySchedulesClient(IQuerySchedulesApi api, AepOptions options)
    {
        (_api, _options) = (api, options);
        Runs = new QueryScheduleRunsClient(api, options);
    }

    /// <summary>Runs of schedules.</summary>
    public virtual QueryScheduleRunsClient Runs { get; }

    /// <summary>All schedules, page by page. <c>GET /schedules</c>.</summary>
    /// <param name="selection">Order and conditions on <c>created</c>, <c>templateId</c> and <c>userId</c>.</param>
    public virtual AepPageable<QuerySchedule> ListAsync(QuerySelection? selection = null) =>
        QueryPaging.ByTime<QuerySchedulePage, QuerySchedule>(
            selection, "GET /schedules",
            (order, size, start, cancellationToken) => _api.ListSchedulesAsync(order, size, start, selection?.Property, cancellationToken),
            page => page.Schedules, page => page.Links);

    /// <summary>A schedule by id. <c>GET /schedules/{id}</c>.</summary>
    /// <param name="scheduleId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<QuerySchedule> GetAsync(string scheduleId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(scheduleId);
        return (await _api.GetScheduleAsync(scheduleId, cancellationToken).ConfigureAwait(false)).Required("GET /schedules/{id}");
    }

    /// <summary>Creates a schedule; it is REGISTERING for a moment. <c>POST /schedules</c>. Not repeated when its outcome is
    /// unknown.</summary>
    /// <param name="definition">What runs, and when.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<QuerySchedule> CreateAsync(QueryScheduleDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        string? end = definition.EndDate is { } time ? QueryTime.Text(time) : null;
        var timing = new QueryTimingBody(definition.Schedule.Value, QueryTime.Text(definition.StartDate), end, definition.MaxActiveRuns);
        var body = new QueryScheduleBody(QueryBody.From(definition.Query, _options.SandboxName), timing);
        return (await _api.CreateScheduleAsync(body, cancellationToken).ConfigureAwait(false)).Required("POST /schedules");
    }

    /// <summary>Lets a schedule start queries. <c>PATCH /schedules/{id}</c>.</summary>
    /// <param name="scheduleId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task EnableAsync(string scheduleId, CancellationToken cancellationToken = default) =>
        ReplaceAsync(scheduleId, "/state", "enable", cancellationToken);

    /// <summary>Stops a schedule from starting queries; it keeps its runs. <c>PATCH /schedules/{id}</c>.</summary>
    /// <param name="scheduleId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DisableAsync(string scheduleId, CancellationToken cancellationToken = default) =>
        ReplaceAsync(scheduleId, "/state", "disable", cancellationToken);

    /// <summary>Changes when a schedule runs. <c>PATCH /schedules/{id}</c>.</summary>
    /// <param name="scheduleId">Its id.</param>
    /// <param name="schedule">When it runs from now on.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task UpdateAsync(string scheduleId, CronExpression schedule, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return ReplaceAsync(scheduleId, "/schedule/schedule", schedule.Value, cancellationToken);
    }

    /// <summary>Deletes a schedule. AEP deletes only one that is disabled. <c>DELETE /schedules/{id}</c>.</summary>
    /// <param name="scheduleId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string scheduleId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(scheduleId);
        return _api.DeleteScheduleAsync(scheduleId, cancellationToken);
    }

    private Task ReplaceAsync(string scheduleId, string path, string value, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(scheduleId);
        return _api.UpdateScheduleAsync(scheduleId, new QuerySchedulePatchBody([JsonPatchOperation.Replace(path, value)]),
            cancellationToken);
    }
}
