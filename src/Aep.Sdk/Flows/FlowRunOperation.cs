using Aep.Sdk.Core.Operations;

namespace Aep.Sdk.Flows;

/// <summary>A run of a dataflow, which may not have begun yet. Its id is the dataflow's.</summary>
public class FlowRunOperation : AepOperation<FlowRun>
{
    private readonly FlowRunsClient _runs;
    private readonly FlowRunSelection _selection;

    internal FlowRunOperation(FlowRunsClient runs, string flowId, FlowRunSelection selection, AepOptions options)
        : base(flowId, options) => (_runs, _selection) = (runs, selection);

    /// <summary>For substitutes in tests.</summary>
    protected FlowRunOperation() => (_runs, _selection) = (null!, null!);

    internal override string Name => "run of dataflow";

    internal override async Task<OperationState<FlowRun>> ReadStateAsync(CancellationToken cancellationToken)
    {
        FlowRun? run = await NewestAsync(cancellationToken).ConfigureAwait(false);
        if (run is null) return OperationState<FlowRun>.Running("no run yet");

        string status = run.Status.ToString();
        if (HasSucceeded(run)) return OperationState<FlowRun>.Succeeded(status, run);
        bool over = run.Status == FlowRunStatus.Failed || run.Status == FlowRunStatus.PartialSuccess
            || run.Status == FlowRunStatus.Cancelled;
        return over
            ? OperationState<FlowRun>.Failed(status, [$"run {run.Id}", .. run.Outcome.Errors.Select(error => error.ToString())])
            : OperationState<FlowRun>.Running(status);
    }

    // What a source leaves out stays below the share that its dataflow allows; more, and Flow Service says that the run has failed.
    private bool HasSucceeded(FlowRun run) =>
        run.Status == FlowRunStatus.Success || (run.Status == FlowRunStatus.PartialSuccess && !_selection.WholeOnly);

    private async Task<FlowRun?> NewestAsync(CancellationToken cancellationToken)
    {
        FlowRun? newest = null;
        await foreach (FlowRun run in _runs.ListAsync(Id).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (_selection.Accepts(run) && (newest is null || run.CreatedAt > newest.CreatedAt)) newest = run;
        }

        return newest;
    }
}
