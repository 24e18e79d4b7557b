using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Flows;

/// <summary>How a run stands.</summary>
public sealed record RunStatusSummary
{
    /// <summary>The state.</summary>
    public FlowRunStatus Status { get; init; }

    /// <summary>Why it failed, or what it skipped.</summary>
    public IReadOnlyList<FlowRunError> Errors { get; init; } = [];

//@@EXT
}
