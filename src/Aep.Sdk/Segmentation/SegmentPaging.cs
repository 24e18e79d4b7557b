using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Segmentation;

/// <summary>How segment definitions are paged: by page number from 0, with the number of pages in the answer.</summary>
internal static class SegmentPaging
{
    private const int PageSize = 100;

    public static AepPageable<Segment> List(ISegmentationApi api, string? sort, bool? streaming) =>
        Pageable.ByPageNumber<Segment>(0, PageSize, async (page, size, cancellationToken) =>
    {
        SegmentPage answer = (await api.ListDefinitionsAsync(page, size, sort, streaming, cancellationToken).ConfigureAwait(false))
            .Required("GET /segment/definitions");
        return (answer.Segments, answer.Page?.TotalPages ?? 1);
    });
}
