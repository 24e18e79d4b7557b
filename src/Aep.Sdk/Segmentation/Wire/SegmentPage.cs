namespace Aep.Sdk.Segmentation;

internal sealed class SegmentPage
{
    public IReadOnlyList<Segment> Segments { get => field ?? []; init; }

    public PageInfo? Page { get; init; }

    internal sealed class PageInfo
    {
        public int? TotalPages { get; init; }
    }
}
