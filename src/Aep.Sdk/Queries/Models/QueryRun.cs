using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>A query in the background, or one that an interactive client ran (Query Service <c>/queries</c>).</summary>
public sealed record QueryRun
{
    /// <summary>The query's id.</summary>
    public required string Id { get; init; }

    /// <summary>How it stands.</summary>
    public QueryState State { get; init; }

    /// <summary>What was asked for.</summary>
    public QueryRequest? Request { get; init; }

    /// <summary>Rows returned, or written to the dataset. Meaningful only when <see cref="State"/> is SUCCESS.</summary>
    public long? RowCount { get; init; }

    /// <summary>Time since it began to run, in milliseconds; the total once it has ended.</summary>
    public long? ElapsedTime { get; init; }

    /// <summary>When it was submitted, UTC.</summary>
    [JsonConverter(typeof(QueryTimeConverter))]
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    [JsonConverter(typeof(QueryTimeConverter))]
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The SQL as it ran, with its parameters put in.</summary>
    [JsonPropertyName("effectiveSQL")]
    public string? EffectiveSql { get; init; }

    /// <summary>Whether it is a CREATE TABLE AS.</summary>
    [JsonPropertyName("isCTAS")]
    public bool? IsCtas { get; init; }

    /// <summary>Whether it is an INSERT INTO.</summary>
    public bool? IsInsertInto { get; init; }

    /// <summary>Name of the template that it comes from.</summary>
    public string? TemplateName { get; init; }

    /// <summary>Who started it.</summary>
    public string? UserId { get; init; }

    /// <summary>The program that started it.</summary>
    public string? Client { get; init; }

    /// <summary>Where a COPY has written to.</summary>
    [JsonPropertyName("copyURI")]
    public string? CopyUri { get; init; }

    /// <summary>The version of the resource in the API.</summary>
    public int? Version { get; init; }

    /// <summary>Why it failed.</summary>
    public IReadOnlyList<QueryError> Errors { get => field ?? []; init; }

    /// <summary>Datasets and schedule of the query.</summary>
    [JsonPropertyName("_links")]
    public QueryLinks? Links { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
