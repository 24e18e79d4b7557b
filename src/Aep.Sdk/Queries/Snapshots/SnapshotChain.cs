namespace Aep.Sdk.Queries;

/// <summary>The way from a checkpoint to the current snapshot, parent by parent.</summary>
internal static class SnapshotChain
{
    /// <exception cref="AepException">The way does not lead to the checkpoint.</exception>
    public static IReadOnlyList<SnapshotWindow> Windows(string table, IReadOnlyList<Snapshot> history, SnapshotProgress progress)
    {
        Dictionary<long, Snapshot> known = history.ToDictionary(snapshot => snapshot.SnapshotId);
        Snapshot? at = history.FirstOrDefault(snapshot => snapshot.IsCurrent);
        if (at is null && progress.DoneUpTo is null) return [];
        var way = new Stack<long>();
        for (; at is not null && at.SnapshotId != progress.DoneUpTo; at = Parent(known, at))
        {
            if (way.Count > known.Count) throw new AepException($"The snapshots of {table} are each other's parents.");
            way.Push(at.SnapshotId);
        }

        if (at is null && progress.DoneUpTo is { } lost)
        {
            throw new AepException(
                $"Snapshot {lost}, up to which {table} was read, is not among the ancestors of the current one: AEP forgets "
                + "snapshots after two days. "
                + "What came since cannot be told from what was read. Read the table anew and set the checkpoint to the current snapshot.");
        }

        var windows = new List<SnapshotWindow>(way.Count);
        for (long? from = progress.DoneUpTo; way.TryPop(out long to); from = to)
            windows.Add(new SnapshotWindow(table, from, to) { MayBeDone = to == progress.Started });
        return windows;
    }

    private static Snapshot? Parent(Dictionary<long, Snapshot> known, Snapshot snapshot) =>
        snapshot.ParentId is { } parent && parent != snapshot.SnapshotId ? known.GetValueOrDefault(parent) : null;
}
