using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>One attempt in a run of a schedule.</summary>
public sealed record QueryScheduleTask
{
    /// <summary>The task's id.</summary>
    public string? TaskId { get; init; }

    /// <summary>How it stands.</summary>
    public QueryScheduleRunState State { get; init; }

    /// <summary>How long it took, as the service says it.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Duration { get; init; }

    /// <summary>When it began, UTC.</summary>
    [JsonConverter(typeof(QueryTimeConverter))]
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>When it ended, UTC.</summary>
    [JsonConverter(typeof(QueryTimeConverter))]
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>What happened.</summary>
    public string? Message { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
