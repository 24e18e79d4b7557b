using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Segmentation;

/// <summary>Schedules (Segmentation Service <c>/config/schedules</c>): segments evaluated by themselves.</summary>
public class SegmentSchedulesClient
{
    private const int PageSize = 100;
    private readonly ISegmentSchedulesApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected SegmentSchedulesClient() => _api = null!;

    internal SegmentSchedulesClient(ISegmentSchedulesApi api) => _api = api;

    /// <summary>All schedules, page by page. GET /config/schedules.</summary>
    public virtual AepPageable<SegmentSchedule> ListAsync() => Pageable.ByToken<SegmentSchedule>(async (start, size, cancellationToken) =>
        (await _api.ListAsync(start, size ?? PageSize,
            cancellationToken).ConfigureAwait(false)).Required("GET /config/schedules").From(start));

    /// <summary>A schedule. GET /config/schedules/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<SegmentSchedule> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /config/schedules/{id}");
    }

    /// <summary>Creates a schedule. POST /config/schedules.</summary>
    /// <param name="definition">The schedule.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<SegmentSchedule> CreateAsync(
        SegmentScheduleDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return (await _api.CreateAsync(definition, cancellationToken).ConfigureAwait(false)).Required("POST /config/schedules");
    }

    /// <summary>Lets a schedule run. PATCH /config/schedules/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task ActivateAsync(string id, CancellationToken cancellationToken = default) =>
        UpdateAsync(id, "/state", SegmentScheduleState.Active.Value, cancellationToken);

    /// <summary>Stops a schedule. PATCH /config/schedules/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeactivateAsync(string id, CancellationToken cancellationToken = default) =>
        UpdateAsync(id, "/state", SegmentScheduleState.Inactive.Value, cancellationToken);

    /// <summary>Changes when a schedule runs. PATCH /config/schedules/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="schedule">Cron expression of Quartz, for example <c>0 0 1 * * ?</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task RescheduleAsync(string id, string schedule, CancellationToken cancellationToken = default) =>
        UpdateAsync(id, "/schedule", schedule, cancellationToken);

    /// <summary>Deletes a schedule. DELETE /config/schedules/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.DeleteAsync(id, cancellationToken);
    }

    private Task UpdateAsync(string id, string path, string value, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentException.ThrowIfNullOrEmpty(value);
        return _api.UpdateAsync(id, [JsonPatchOperation.Add(path, value)], cancellationToken);
    }
}
