using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>One run of a schedule (Query Service <c>/schedules/{id}/runs</c>).</summary>
public sealed record QueryScheduleRun
{
    /// <summary>The run's id.</summary>
    public required string Id { get; init; }

    /// <summary>How it stands.</summary>
    public QueryScheduleRunState State { get; init; }

    /// <summary>When it began, UTC.</summary>
    [JsonConverter(typeof(QueryTimeConverter))]
    public DateTimeOffset? Created { get; init; }

    /// <summary>Whether it was started by hand and not by its time.</summary>
    public bool? ExternalTrigger { get; init; }

    /// <summary>The version of the resource in the API.</summary>
    public int? Version { get; init; }

    /// <summary>The schedule. Only in the details of a run.</summary>
    public string? ScheduleId { get; init; }

    /// <summary>The attempts. Only in the details of a run.</summary>
    [JsonPropertyName("taskStatusList")]
    public IReadOnlyList<QueryScheduleTask> Tasks { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
