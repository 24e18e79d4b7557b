namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>How a batch ended. <see cref="Errors"/> is empty unless it failed.</summary>
internal sealed record BatchOutcome(string Status, long Records, IReadOnlyList<RowError> Errors);
