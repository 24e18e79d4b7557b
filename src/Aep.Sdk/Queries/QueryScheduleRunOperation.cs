using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Operations;

namespace Aep.Sdk.Queries;

/// <summary>A run of a schedule that can be waited for.</summary>
public class QueryScheduleRunOperation : AepOperation<QueryScheduleRun>
{
    private readonly IQuerySchedulesApi _api;
    private readonly string _scheduleId;

    internal QueryScheduleRunOperation(IQuerySchedulesApi api, AepOptions options, string scheduleId, string runId)
        : base(runId, options) => (_api, _scheduleId) = (api, scheduleId);

    /// <summary>For substitutes in tests.</summary>
    protected QueryScheduleRunOperation() => (_api, _scheduleId) = (null!, "");

    internal override string Name => "run of a scheduled query";

    internal override async Task<OperationState<QueryScheduleRun>> ReadStateAsync(CancellationToken cancellationToken)
    {
        QueryScheduleRun run = (await _api.GetRunAsync(_scheduleId, Id, cancellationToken).ConfigureAwait(false))
            .Required("GET /schedules/{id}/runs/{runId}");
        string status = run.State.ToString();
        if (run.State == QueryScheduleRunState.Success) return OperationState<QueryScheduleRun>.Succeeded(status, run);
        return run.State == QueryScheduleRunState.Failed
            ? OperationState<QueryScheduleRun>.Failed(status, [.. run.Tasks.Where(task =>
                task.Message is not null).Select(task => $"{task.TaskId}: {task.Message}")])
            : OperationState<QueryScheduleRun>.Running(status);
    }
}
