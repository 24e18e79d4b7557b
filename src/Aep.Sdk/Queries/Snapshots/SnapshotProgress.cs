namespace Aep.Sdk.Queries;

/// <summary>How far the work on a table's snapshots has come.</summary>
/// <param name="Table">The table.</param>
/// <param name="DoneUpTo">The last snapshot whose work is done; null for none.</param>
/// <param name="Started">The snapshot whose work has begun and was not seen to end; null for none.</param>
public sealed record SnapshotProgress(string Table, long? DoneUpTo, long? Started = null);
