namespace Aep.Sdk.Queries;

/// <summary>Where the progress of work on snapshots is kept. Best beside the work's own results, so that both are there or
/// neither.</summary>
public interface ISnapshotCheckpoint
{
    /// <summary>The progress that was kept last; null for none.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Task<SnapshotProgress?> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Keeps the progress. When this has returned, it survives a crash.</summary>
    /// <param name="progress">The progress.</param>
    /// <param name="cancellationToken">Cancels the writing; then the old progress or the new one is kept, not half of one.</param>
    Task SaveAsync(SnapshotProgress progress, CancellationToken cancellationToken);
}
