using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Aep.Sdk.LandingZones;

/// <summary>The files below a prefix, page by page.</summary>
internal sealed class BlobListing(BlobContainerClient container, string prefix) : AepPageable<LandingZoneFile>
{
    public override IAsyncEnumerable<AepPage<LandingZoneFile>> AsPagesAsync(string? continuationToken = null, int? pageSize = null) =>
        PagesAsync(continuationToken, pageSize);

    private async IAsyncEnumerable<AepPage<LandingZoneFile>> PagesAsync(
        string? continuationToken, int? pageSize, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IAsyncEnumerator<Page<BlobItem>> pages = container
            .GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken)
            .AsPages(continuationToken, pageSize)
            .GetAsyncEnumerator(cancellationToken);
        await using (pages.ConfigureAwait(false))
        {
            while (await LandingZoneErrors.GuardAsync("list", prefix, () => pages.MoveNextAsync().AsTask()).ConfigureAwait(false))
            {
                Page<BlobItem> page = pages.Current;
                yield return new AepPage<LandingZoneFile>([.. page.Values.Select(File)], string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
            }
        }
    }

    private static LandingZoneFile File(BlobItem blob) => new(blob.Name, blob.Properties.ContentLength ?? 0, blob.Properties.LastModified);
}
