using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>An agreement of two organisations to share packages.</summary>
public sealed record Partnership
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Id by which the request is answered.</summary>
    public string? LinkingId { get; init; }

    /// <summary><c>PENDING</c>, <c>APPROVED</c>, <c>REJECTED</c>, …</summary>
    public string? Status { get; init; }

    /// <summary>Who asked.</summary>
    [JsonPropertyName("sourceIMSOrgId")]
    public string? SourceOrgId { get; init; }

    /// <summary>Name of who asked.</summary>
    public string? SourceOrgName { get; init; }

    /// <summary>Who was asked.</summary>
    [JsonPropertyName("targetIMSOrgId")]
    public string? TargetOrgId { get; init; }

    /// <summary>Name of who was asked.</summary>
    public string? TargetOrgName { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
