namespace Propensity.Report;

/// <summary>Step 2, what SQL says of the events.</summary>
public sealed record ExploredData(
    DataExtent Extent,
    IReadOnlyList<EventCount> EventCounts,
    IReadOnlyList<FunnelStage> Funnel,
    IReadOnlyList<Correlation> Correlations,
    IReadOnlyList<CoOccurrence> CoOccurrences,
    long SampledEvents)
{
    public long Events => Extent.Events;

    public long DistinctUsers => Extent.Users;
}
