using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Schemas;

/// <summary>A schema or another resource of the registry as a listing shows it.</summary>
public sealed record SchemaSummary
{
    /// <summary>The URI that names the resource (<c>$id</c>).</summary>
    [JsonPropertyName("$id")]
    public string Id { get => field ?? ""; init; }

    /// <summary>The short name that may stand in its place (<c>meta:altId</c>).</summary>
    [JsonPropertyName("meta:altId")]
    public string? AltId { get; init; }

    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Version.</summary>
    public string? Version { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
