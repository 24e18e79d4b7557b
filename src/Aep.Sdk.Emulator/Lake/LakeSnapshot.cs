namespace Aep.Sdk.Emulator.Lake;

/// <summary>The state of a dataset after one committed batch. <see cref="Files"/> are the Parquet files that this batch added.</summary>
internal sealed record LakeSnapshot(
    long Id, long ParentId, int Generation, string BatchId, DateTimeOffset CommittedAt, IReadOnlyList<string> Files, long Rows);
