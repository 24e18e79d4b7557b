namespace Aep.Sdk.Queries;

/// <summary>A state of a table, made by a batch (<c>history_meta</c>).</summary>
public sealed record Snapshot
{
    /// <summary>The snapshot's id.</summary>
    public required long SnapshotId { get; init; }

    /// <summary>The snapshot before; null or unknown for the first.</summary>
    public long? ParentId { get; init; }

    /// <summary>Whether a query without SNAPSHOT reads this one.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>Which one it is, counted by the service.</summary>
    public long? SnapshotGeneration { get; init; }

    /// <summary>When it became the current one, UTC.</summary>
    public DateTimeOffset? MadeCurrentAt { get; init; }

    /// <summary>Rows that it has added.</summary>
    public long? OutputRecordCount { get; init; }

    /// <summary>Bytes that it has added.</summary>
    public long? OutputByteSize { get; init; }
}
