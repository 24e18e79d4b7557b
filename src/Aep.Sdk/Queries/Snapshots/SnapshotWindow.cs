namespace Aep.Sdk.Queries;

/// <summary>What has come to a table between two snapshots: after <paramref name="From"/>, up to and with <paramref name="To"/>.</summary>
/// <param name="Table">The table.</param>
/// <param name="From">The snapshot that was read before; null for the beginning.</param>
/// <param name="To">The last snapshot to read.</param>
public sealed record SnapshotWindow(string Table, long? From, long To)
{
    /// <summary>
    /// Whether an earlier attempt on this window has begun and did not say that it ended: its work may be there. Look for it before doing
    /// it again.
    /// </summary>
    public bool MayBeDone { get; init; }

    /// <summary>The table with the clause, to stand after FROM: <c>web_events SNAPSHOT BETWEEN 4 AND 5</c>.</summary>
    public SqlStatement ToSql() => From is { } from
        ? (SqlStatement)$"{Sql.Table(Table)} SNAPSHOT BETWEEN {from} AND {To}"
        : $"{Sql.Table(Table)} SNAPSHOT BETWEEN HEAD AND {To}";
}
