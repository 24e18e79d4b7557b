using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>
/// Takes events out of the lake whose time is over by the row expiration of their dataset. After
/// https://experienceleague.adobe.com/en/docs/experience-platform/catalog/datasets/experience-event-dataset-retention-ttl-guide an event
/// goes when it was ingested more than 30 days ago and its timestamp lies before the period. Profile has a period of its own.
/// </summary>
internal sealed class ExpiredRows(DatasetService datasets, TimeProvider time)
{
    private static readonly TimeSpan LeastStay = TimeSpan.FromDays(30);

    public void TakeOut(Sandbox sandbox, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        using IDisposable reading = sandbox.Lake.StartReading();
        foreach (CatalogDataset dataset in datasets.All(sandbox))
        {
            if (RowExpiration.LakeStart(dataset.Document, now) is not { } start)
                continue;
            DateTimeOffset? profileStart =
                dataset.ProfileEnabled ? RowExpiration.ProfileStart(dataset.Document, now) ?? DateTimeOffset.MinValue : null;
            foreach (LakeSnapshot snapshot in sandbox.Lake.Snapshots(dataset.Id).Where(entry => entry.CommittedAt < now - LeastStay))
            {
                cancellationToken.ThrowIfCancellationRequested();
                using var rewrite = new SnapshotRewrite(sandbox.Lake, dataset.Id, snapshot);
                rewrite.Expire(start, profileStart);
            }
        }
    }
}
