using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Schemas;

/// <summary>The schemas of a class.</summary>
public sealed record ClassUsage
{
    /// <summary><c>$id</c> of the class.</summary>
    [JsonPropertyName("$id")]
    public string ClassId { get => field ?? ""; init; }

    /// <summary>Title of the class.</summary>
    public string? Title { get; init; }

    /// <summary>How many schemas it has.</summary>
    public int NumberOfSchemas { get; init; }

    /// <summary>The schemas.</summary>
    public IReadOnlyList<SchemaSummary> Schemas { get => field ?? []; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
