using System.Runtime.CompilerServices;

namespace Aep.Sdk.LandingZones.Transfer;

/// <summary>The files below a prefix, page by page.</summary>
internal sealed class FileListing(StoreAccess access, string prefix) : AepPageable<LandingZoneFile>
{
    public override IAsyncEnumerable<AepPage<LandingZoneFile>> AsPagesAsync(string? continuationToken = null, int? pageSize = null) =>
        PagesAsync(continuationToken, pageSize);

    private async IAsyncEnumerable<AepPage<LandingZoneFile>> PagesAsync(
        string? token, int? size, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        do
        {
            string? from = token;
            AepPage<LandingZoneFile> page = await access.UseAsync(store => store.ListAsync(prefix, from, size, cancellationToken),
                cancellationToken).ConfigureAwait(false);
            if (page.ContinuationToken == from
                && from is not null) throw new AepException($"The storage gave the page {from} of its listing twice.");
            yield return page;
            token = page.ContinuationToken;
        }
        while (token is not null);
    }
}
