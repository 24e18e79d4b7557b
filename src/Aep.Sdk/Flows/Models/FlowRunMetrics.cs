using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Flows;

/// <summary>What a run moved, how long it took and how it ended.</summary>
public sealed record FlowRunMetrics
{
    /// <summary>When it started and ended.</summary>
    public RunDurationSummary DurationSummary { get; init; } = new();

    /// <summary>Bytes in and out.</summary>
    public RunSizeSummary SizeSummary { get; init; } = new();

    /// <summary>Records in and out.</summary>
    public RunRecordSummary RecordSummary { get; init; } = new();

    /// <summary>Files in and out.</summary>
    public RunFileSummary FileSummary { get; init; } = new();

    /// <summary>How it stands, and its errors.</summary>
    public RunStatusSummary StatusSummary { get; init; } = new();

//@@EXT
}
