using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>Saved SQL with parameters (Query Service <c>/query-templates</c>).</summary>
public sealed record QueryTemplate
{
    /// <summary>The template's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its SQL, with <c>$key</c> parameters.</summary>
    public string? Sql { get; init; }

    /// <summary>Values of the parameters.</summary>
    public IReadOnlyDictionary<string, string> QueryParameters { get => field ?? new Dictionary<string, string>(); init; }

    /// <summary>When it last changed, UTC.</summary>
    [JsonConverter(typeof(QueryTimeConverter))]
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Who created it.</summary>
    public string? UserId { get; init; }

    /// <summary>Who changed it last.</summary>
    public string? LastUpdatedBy { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
