using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>The rows of a query of the accelerated store (Query Service <c>/accelerated-queries</c>).</summary>
public sealed record AcceleratedQueryResult
{
    /// <summary>The query's id.</summary>
    public required string QueryId { get; init; }

    /// <summary>The ad-hoc schema of the rows: <c>_adhoc.properties</c> has the columns.</summary>
    public JsonElement? ResultsMeta { get; init; }

    /// <summary>The rows, each a JSON object with a member a column.</summary>
    [JsonIgnore]
    public IReadOnlyList<JsonElement> Results => ResultsAsSent switch
    {
        { ValueKind: JsonValueKind.Array } rows => [.. rows.EnumerateArray()],
        { ValueKind: JsonValueKind.Object } row => [row], // as the specification's example has a single one
        _ => [],
    };

    /// <summary>What was asked for.</summary>
    public QueryRequest? Request { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonPropertyName("results")]
    internal JsonElement? ResultsAsSent { get; init; }

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
