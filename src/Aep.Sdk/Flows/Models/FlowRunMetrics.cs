using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>What a run moved, how long it took and how it ended.</summary>
public sealed record FlowRunMetrics
{
    /// <summary>When it started and ended.</summary>
    public RunDurationSummary DurationSummary { get => field ?? new(); init; }

    /// <summary>Bytes in and out.</summary>
    public RunSizeSummary SizeSummary { get => field ?? new(); init; }

    /// <summary>Records in and out.</summary>
    public RunRecordSummary RecordSummary { get => field ?? new(); init; }

    /// <summary>Files in and out.</summary>
    public RunFileSummary FileSummary { get => field ?? new(); init; }

    /// <summary>How it stands, and its errors.</summary>
    public RunStatusSummary StatusSummary { get => field ?? new(); init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
