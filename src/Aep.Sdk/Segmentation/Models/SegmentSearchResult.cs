using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>A segment or folder that was found.</summary>
public sealed record SegmentSearchResult
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Id at its origin, Base64.</summary>
    [JsonPropertyName("base64EncodedSourceId")]
    public string? SourceId { get; init; }

    /// <summary>Whether it is a folder.</summary>
    public bool? IsFolder { get; init; }

    /// <summary>Its folder.</summary>
    public string? ParentFolderId { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
