namespace Aep.Sdk.Segmentation;

internal sealed record SearchEntities
{
    public IReadOnlyList<SegmentSearchResult> Entities { get => field ?? []; init; }

    public SegmentPage.PageInfo? Page { get; init; }
}
