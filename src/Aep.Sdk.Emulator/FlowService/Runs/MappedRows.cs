namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>The rows of a file that went through a mapping.</summary>
internal sealed class MappedRows
{
    // As many as a batch shows: the first refused rows of the batch are among the first failures here, or not of the mapping.
    private const int MaxFailures = 100;
    private readonly Dictionary<long, RunError> _failures = [];

    public long Total { get; private set; }

    /// <summary>Counts the next row.</summary>
    public void Count(RunError? failure)
    {
        Total++;
        if (failure is not null && _failures.Count < MaxFailures)
            _failures[Total] = failure;
    }

    /// <summary>Why a row, counted from 1, could not be read or mapped; null when it could.</summary>
    public RunError? FailureOf(long row) => _failures.GetValueOrDefault(row);
}
