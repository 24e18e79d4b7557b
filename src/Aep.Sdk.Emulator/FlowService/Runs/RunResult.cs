namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>What a run has moved.</summary>
internal sealed record RunResult(
    long InputRecords, long OutputRecords, long InputBytes, long OutputBytes, int InputFiles, int OutputFiles,
    IReadOnlyList<RunError> Errors)
{
    public static RunResult Nothing { get; } = new(0, 0, 0, 0, 0, 0, []);

    /// <summary>The batch that the rows of an import went into.</summary>
    public string? BatchId { get; init; }

    /// <summary>Rows that were refused fail the run, unless the flow takes the others.</summary>
    public string Status => Errors.Count == 0 ? "success" : OutputRecords > 0 ? "partialSuccess" : "failed";

    public RunResult Add(RunResult other) => new(
        InputRecords + other.InputRecords, OutputRecords + other.OutputRecords, InputBytes + other.InputBytes, OutputBytes
            + other.OutputBytes,
        InputFiles + other.InputFiles, OutputFiles + other.OutputFiles, [.. Errors, .. other.Errors]);
}
