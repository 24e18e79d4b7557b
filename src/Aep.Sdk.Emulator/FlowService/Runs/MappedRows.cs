namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>The rows of a file that went through a mapping.</summary>
internal sealed class MappedRows
{
    // As many as a batch shows: the first refused rows of the batch are among the first failures here, or not of the mapping.
    private const int MaxFailures = 100;

    private readonly Dictionary<long, string> _failures = [];

    public long Total { get; private set; }

    /// <summary>Counts the next row.</summary>
    public void Count(string? failure)
    {
        Total++;
        if (failure is not null && _failures.Count < MaxFailures)
            _failures[Total] = failure;
    }

    /// <summary>Why the mapping of a row, counted from 1, failed; null when it did not.</summary>
    public string? FailureOf(long row) => _failures.GetValueOrDefault(row);
}
