namespace Aep.Sdk.Flows;

/// <summary>
/// What became of the rows of a run. A run that has ended well may have left rows out: up to the share that its dataflow allows
/// (<see cref="FlowOptions.PartialIngestionPercent"/>).
/// </summary>
public sealed record FlowRunOutcome
{
    private readonly FlowRunMetrics _metrics;

    internal FlowRunOutcome(FlowRunMetrics metrics) => _metrics = metrics;

    /// <summary>Rows that were read, if the run says.</summary>
    public long? RowsRead => _metrics.RecordSummary.InputRecordCount;

    /// <summary>Rows that were written, if the run says.</summary>
    public long? RowsWritten => _metrics.RecordSummary.OutputRecordCount;

    /// <summary>Rows that failed; of a partial success without a number, those that were read and not written.</summary>
    public long? RowsFailed => _metrics.RecordSummary.FailedRecordCount ?? (IsPartial ? RowsRead - RowsWritten : null);

    /// <summary>Why, as the service says it: an error for each kind of fault, some with examples.</summary>
    public IReadOnlyList<FlowRunError> Errors => _metrics.StatusSummary.Errors;

    /// <summary>Whether nothing is known to have failed.</summary>
    public bool IsWhole => _metrics.StatusSummary.Status == FlowRunStatus.Success && RowsFailed is null or 0 && Errors.Count == 0;

    private bool IsPartial => _metrics.StatusSummary.Status == FlowRunStatus.PartialSuccess;

    /// <summary>A line for people to read.</summary>
    public override string ToString()
    {
        string errors = string.Concat(Errors.Select(error => $"; {error}"));
        return $"{_metrics.StatusSummary.Status}: {RowsRead} rows read, {RowsWritten} written, {RowsFailed ?? 0} failed{errors}";
    }
}
