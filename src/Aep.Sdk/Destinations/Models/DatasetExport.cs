using Aep.Sdk.Flows;

namespace Aep.Sdk.Destinations;

/// <summary>A finished export of a dataset.</summary>
public sealed record DatasetExport
{
    /// <summary>The dataset.</summary>
    public required string DatasetId { get; init; }

    /// <summary>The dataflow that exports it.</summary>
    public required string FlowId { get; init; }

    /// <summary>The run.</summary>
    public required FlowRun Run { get; init; }

    /// <summary>The folder below which the run wrote: <c>{path}/{datasetId}</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Whether Experience Platform had already exported the dataset, so that this is its newest run and not a new one.</summary>
    public bool AlreadyExported { get; init; }

    /// <summary>Rows written, if the run says.</summary>
    public long? Rows => Run.Metrics.RecordSummary.OutputRecordCount;

    /// <summary>Bytes written, if the run says.</summary>
    public long? Bytes => Run.Metrics.SizeSummary.OutputBytes;

    /// <summary>Files written, if the run says.</summary>
    public long? Files => Run.Metrics.FileSummary.OutputFileCount;
}
