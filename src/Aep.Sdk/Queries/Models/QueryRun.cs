using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>A query in the background (Query Service <c>/queries</c>).</summary>
public sealed record QueryRun
{
    /// <summary>The query's id.</summary>
    public required string Id { get; init; }

    /// <summary>How it stands.</summary>
    public QueryState State { get; init; }

    /// <summary>Rows returned, or written to the dataset. Meaningful only when <see cref="State"/> is SUCCESS.</summary>
    public long? RowCount { get; init; }

    /// <summary>Time since it began to run, in milliseconds; the total once it has ended.</summary>
    public long? ElapsedTime { get; init; }

    /// <summary>When it was submitted, UTC.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The SQL as it ran, with its parameters put in.</summary>
    [JsonPropertyName("effectiveSQL")]
    public string? EffectiveSql { get; init; }

    /// <summary>Why it failed.</summary>
    public IReadOnlyList<QueryError> Errors { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
