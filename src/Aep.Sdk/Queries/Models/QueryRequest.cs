using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>What was asked for, as the service keeps it.</summary>
public sealed record QueryRequest
{
    /// <summary>The database, <c>{sandbox}:{database}</c>.</summary>
    public string? DbName { get; init; }

    /// <summary>The SQL, with its <c>$key</c> parameters; null when the query comes from a template.</summary>
    public string? Sql { get; init; }

    /// <summary>Values of the <c>$key</c> parameters.</summary>
    public IReadOnlyDictionary<string, string> QueryParameters { get => field ?? new Dictionary<string, string>(); init; }

    /// <summary>The template's id.</summary>
    public string? TemplateId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Name of the dataset that the rows are added to.</summary>
    [JsonIgnore]
    public string? InsertInto => InsertIntoParameters switch
    {
        { ValueKind: JsonValueKind.Object } target => target.TryGetProperty("datasetName", out JsonElement name) ? name.GetString() : null,
        { ValueKind: JsonValueKind.String } name => name.GetString(), // as the specification's example has it
        _ => null,
    };

    /// <summary>The dataset that the rows become.</summary>
    public QueryTable? CtasParameters { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    internal JsonElement? InsertIntoParameters { get; init; }

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
