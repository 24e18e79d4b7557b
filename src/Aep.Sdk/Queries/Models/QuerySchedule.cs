using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>A query that runs again and again (Query Service <c>/schedules</c>).</summary>
public sealed record QuerySchedule
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it starts queries.</summary>
    public QueryScheduleState State { get; init; }

    /// <summary>What is run.</summary>
    public QueryRequest? Query { get; init; }

    /// <summary>When it runs.</summary>
    [JsonPropertyName("schedule")]
    public QueryScheduleTiming? Timing { get; init; }

    /// <summary>When it was created, UTC.</summary>
    [JsonConverter(typeof(QueryTimeConverter))]
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    [JsonConverter(typeof(QueryTimeConverter))]
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Who created it.</summary>
    public string? UserId { get; init; }

    /// <summary>Who changed it last.</summary>
    public string? UpdatedUserId { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
