namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>What a run has moved.</summary>
internal sealed record RunResult(long InputRecords, long OutputRecords, long InputBytes, long OutputBytes, int InputFiles, int OutputFiles, IReadOnlyList<string> Errors);
