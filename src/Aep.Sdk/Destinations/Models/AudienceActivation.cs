using Aep.Sdk.Flows;

namespace Aep.Sdk.Destinations;

/// <summary>A finished activation of an audience to files.</summary>
public sealed record AudienceActivation
{
    /// <summary>The segment.</summary>
    public required string SegmentId { get; init; }

    /// <summary>The dataflow that activates it; destinations call it the destination instance or the order.</summary>
    public required string FlowId { get; init; }

    /// <summary>The run.</summary>
    public required FlowRun Run { get; init; }

    /// <summary>The folder that the run wrote to.</summary>
    public required string Path { get; init; }

    /// <summary>Profiles written, if the run says.</summary>
    public long? Profiles => Run.Metrics.RecordSummary.OutputRecordCount;

    /// <summary>Files written, if the run says.</summary>
    public long? Files => Run.Metrics.FileSummary.OutputFileCount;
}
