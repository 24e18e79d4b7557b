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

    /// <summary>When it last changed, UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
