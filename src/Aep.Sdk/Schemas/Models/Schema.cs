using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Schemas;

/// <summary>A schema of the tenant container.</summary>
public sealed record Schema
{
    /// <summary>The URI that names the schema (<c>$id</c>).</summary>
    [JsonPropertyName("$id")]
    public required string Id { get; init; }

    /// <summary>The short name that may stand in its place (<c>meta:altId</c>).</summary>
    [JsonPropertyName("meta:altId")]
    public required string AltId { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Version.</summary>
    public string? Version { get; init; }

    /// <summary>Tags that cannot be taken away again; <c>union</c> enables the schema for Real-Time Customer Profile.</summary>
    [JsonPropertyName("meta:immutableTags")]
    public IReadOnlyList<string> ImmutableTags { get => field ?? []; init; }

    /// <summary>True when the schema takes part in the union, that is, is enabled for Real-Time Customer Profile.</summary>
    [JsonIgnore]
    public bool IsEnabledForProfile => ImmutableTags.Contains("union");

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
