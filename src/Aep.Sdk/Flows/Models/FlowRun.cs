using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>One run of a dataflow (Flow Service <c>/runs</c>).</summary>
public sealed record FlowRun
{
    /// <summary>The run's id.</summary>
    public required string Id { get; init; }

    /// <summary>The dataflow that ran.</summary>
    public string? FlowId { get; init; }

    /// <summary>When the run was created, in milliseconds since 1970.</summary>
    public long? CreatedAt { get; init; }

    /// <summary>What the run moved, how long it took and how it ended.</summary>
    public FlowRunMetrics Metrics { get => field ?? new(); init; }

    /// <summary>Its version, needed to update it.</summary>
    [JsonIgnore]
    public string? Version => Etag ?? SpecEtag;

    /// <summary>How the run stands.</summary>
    [JsonIgnore]
    public FlowRunStatus Status => Metrics.StatusSummary.Status;

    /// <summary>What became of the rows.</summary>
    [JsonIgnore]
    public FlowRunOutcome Outcome => new(Metrics);

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    // The service's answers and its specification spell it differently.
    [JsonInclude]
    internal string? Etag { get; init; }

    [JsonInclude]
    [JsonPropertyName("eTag")]
    internal string? SpecEtag { get; init; }

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
