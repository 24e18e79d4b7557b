using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Access;

/// <summary>A policy of attribute-based access control.</summary>
public sealed record AccessPolicy
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary><c>active</c> or <c>inactive</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Whom it is about; null for everybody.</summary>
    public JsonElement? SubjectCondition { get; init; }

    /// <summary>What it permits and denies.</summary>
    public IReadOnlyList<AccessRule>? Rules { get; init; }

    /// <summary>When it was created, in milliseconds since 1970 UTC.</summary>
    public long? CreatedAt { get; init; }

    /// <summary>When it was changed last, in milliseconds since 1970 UTC.</summary>
    public long? ModifiedAt { get; init; }

    /// <summary>Version, as quoted text.</summary>
    [JsonPropertyName("_etag")]
    public string? ETag { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
