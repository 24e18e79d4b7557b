using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Schemas;

/// <summary>A field group of the tenant container.</summary>
public sealed record FieldGroup
{
    /// <summary>The URI that names the field group (<c>$id</c>).</summary>
    [JsonPropertyName("$id")]
    public required string Id { get; init; }

    /// <summary>The short name that may stand in its place (<c>meta:altId</c>).</summary>
    [JsonPropertyName("meta:altId")]
    public required string AltId { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
