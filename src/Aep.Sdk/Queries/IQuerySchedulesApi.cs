using Refit;

namespace Aep.Sdk.Queries;

/// <summary>Query Service: queries that run again and again.</summary>
internal interface IQuerySchedulesApi
{
    [Get("/data/foundation/query/schedules")]
    Task<QuerySchedulePage?> ListSchedulesAsync(string? orderby, int? limit, string? start, string? property,
        CancellationToken cancellationToken);

    [Post("/data/foundation/query/schedules")]
    Task<QuerySchedule?> CreateScheduleAsync([Body] QueryScheduleBody body, CancellationToken cancellationToken);

    [Get("/data/foundation/query/schedules/{scheduleId}")]
    Task<QuerySchedule?> GetScheduleAsync(string scheduleId, CancellationToken cancellationToken);

    [Patch("/data/foundation/query/schedules/{scheduleId}")]
    Task UpdateScheduleAsync(string scheduleId, [Body] QuerySchedulePatchBody body, CancellationToken cancellationToken);

    [Delete("/data/foundation/query/schedules/{scheduleId}")]
    Task DeleteScheduleAsync(string scheduleId, CancellationToken cancellationToken);

    [Get("/data/foundation/query/schedules/{scheduleId}/runs")]
    Task<QueryScheduleRunPage?> ListRunsAsync(
        string scheduleId, string? orderby, int? limit, string? start, string? property, CancellationToken cancellationToken);

    [Post("/data/foundation/query/schedules/{scheduleId}/runs")]
    Task TriggerRunAsync(string scheduleId, CancellationToken cancellationToken);

    [Get("/data/foundation/query/schedules/{scheduleId}/runs/{runId}")]
    Task<QueryScheduleRun?> GetRunAsync(string scheduleId, string runId, CancellationToken cancellationToken);

    [Patch("/data/foundation/query/schedules/{scheduleId}/runs/{runId}")]
    Task UpdateRunAsync(string scheduleId, string runId, [Body] QueryPatchBody body, CancellationToken cancellationToken);
}
