using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Schemas;

/// <summary>A descriptor that makes a field an identity. Listings show descriptors of other types too; their identity members are empty.</summary>
public sealed record IdentityDescriptor
{
    /// <summary>Id of the descriptor (<c>@id</c>).</summary>
    [JsonPropertyName("@id")]
    public required string Id { get; init; }

    /// <summary>Type of the descriptor (<c>@type</c>).</summary>
    [JsonPropertyName("@type")]
    public required string Type { get; init; }

    /// <summary>The schema that it belongs to.</summary>
    [JsonPropertyName("xdm:sourceSchema")]
    public string? SourceSchema { get; init; }

    /// <summary>The field, as a path with slashes: <c>/_tenant/userid</c>.</summary>
    [JsonPropertyName("xdm:sourceProperty")]
    public string? SourceProperty { get; init; }

    /// <summary>Namespace of the identity, for example <c>ECID</c>.</summary>
    [JsonPropertyName("xdm:namespace")]
    public string? Namespace { get; init; }

    /// <summary>True for the schema's primary identity.</summary>
    [JsonPropertyName("xdm:isPrimary")]
    public bool IsPrimary { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
