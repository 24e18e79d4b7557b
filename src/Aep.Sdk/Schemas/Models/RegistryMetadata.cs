using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Schemas;

/// <summary>What the registry notes of a resource.</summary>
public sealed record RegistryMetadata
{
    /// <summary>When it was made.</summary>
    [JsonPropertyName("repo:createdDate")]
    [JsonConverter(typeof(UnixMillisecondsConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    [JsonPropertyName("repo:lastModifiedDate")]
    [JsonConverter(typeof(UnixMillisecondsConverter))]
    public DateTimeOffset? LastModifiedAt { get; init; }

    /// <summary>Changes with every change of the resource.</summary>
    [JsonPropertyName("eTag")]
    public string? ETag { get; init; }

    /// <summary>Version of Adobe's library.</summary>
    [JsonPropertyName("meta:globalLibVersion")]
    public string? GlobalLibraryVersion { get; init; }

    /// <summary>How many resources use it, where the registry says so.</summary>
    [JsonPropertyName("meta:usageCount")]
    public long? UsageCount { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
