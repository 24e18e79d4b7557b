namespace Aep.Sdk.Segmentation;

internal sealed record SearchTaxonomy
{
    public IReadOnlyList<SegmentSearchResult> Taxonomy { get => field ?? []; init; }
}
