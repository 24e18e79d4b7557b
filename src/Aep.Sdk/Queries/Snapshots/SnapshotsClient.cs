namespace Aep.Sdk.Queries;

/// <summary>The states that a table has had, and work on what is new.</summary>
public class SnapshotsClient
{
    private readonly QueriesClient _queries;

    /// <summary>For substitutes in tests.</summary>
    protected SnapshotsClient() => _queries = null!;

    internal SnapshotsClient(QueriesClient queries) => _queries = queries;

    /// <summary>The snapshots of a table. AEP forgets them after two days. <c>SELECT history_meta('table')</c>.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <exception cref="AepQueryException">There is no such table.</exception>
    public virtual IAsyncEnumerable<Snapshot> ListAsync(string table, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(table);
        return _queries.QueryAsync<Snapshot>($"SELECT * FROM (SELECT history_meta({table}))", cancellationToken);
    }

    /// <summary>The snapshot that queries read; null for a table without data.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <exception cref="AepQueryException">There is no such table.</exception>
    public virtual Task<Snapshot?> GetCurrentAsync(string table, CancellationToken cancellationToken = default) =>
        ListAsync(table, cancellationToken).FirstOrDefaultAsync(snapshot => snapshot.IsCurrent, cancellationToken).AsTask();

    /// <summary>
    /// Does work for each snapshot that is new since the checkpoint, oldest first, one after the other. The checkpoint moves after each:
    /// none is left
    /// out, and none is done twice, unless the process ends between the end of the work and the moving of the checkpoint; then the next
    /// call
    /// gives that window with <see cref="SnapshotWindow.MayBeDone"/>.
    /// </summary>
    /// <param name="table">The table's name.</param>
    /// <param name="checkpoint">Where the progress is kept.</param>
    /// <param name="work">Reads a window, for example with <c>$"INSERT INTO … SELECT … FROM {window.ToSql()}"</c>. When it throws, the
    /// checkpoint stays.</param>
    /// <param name="cancellationToken">Ends the work; handed to it.</param>
    /// <returns>How many snapshots were worked on.</returns>
    /// <exception cref="AepException">The checkpoint is another table's, or AEP has forgotten the snapshot that it names: what came since
    /// cannot be told from what was read.</exception>
    /// <exception cref="AepQueryException">There is no such table.</exception>
    public virtual async Task<int> ForEachNewSnapshotAsync(
        string table, ISnapshotCheckpoint checkpoint, Func<SnapshotWindow, CancellationToken, Task> work,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(work);
        SnapshotProgress progress = await checkpoint.LoadAsync(cancellationToken).ConfigureAwait(false) ?? new SnapshotProgress(table,
            null);
        if (progress.Table != table)
            throw new AepException($"The checkpoint is that of table {progress.Table}, not of {table}. Keep one a table.");
        List<Snapshot> history = await ListAsync(table, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<SnapshotWindow> windows = SnapshotChain.Windows(table, history, progress);
        foreach (SnapshotWindow window in windows)
        {
            await checkpoint.SaveAsync(progress with { Started = window.To }, cancellationToken).ConfigureAwait(false);
            await work(window, cancellationToken).ConfigureAwait(false);
            // The work is done: giving up now would do it twice.
            progress = new SnapshotProgress(table, window.To);
            await checkpoint.SaveAsync(progress, CancellationToken.None).ConfigureAwait(false);
        }

        return windows.Count;
    }
}
