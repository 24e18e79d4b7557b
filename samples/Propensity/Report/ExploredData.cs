namespace Propensity.Report;

/// <summary>Step 2, what SQL says of the events.</summary>
public sealed record ExploredData(
    long Events,
    long DistinctUsers,
    IReadOnlyDictionary<string, long> EventCounts,
    IReadOnlyList<FunnelStage> Funnel,
    IReadOnlyList<Correlation> Correlations,
    IReadOnlyList<CoOccurrence> CoOccurrences,
    long SampledEvents);
