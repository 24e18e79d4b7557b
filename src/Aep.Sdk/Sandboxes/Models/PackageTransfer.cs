using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Sandboxes;

/// <summary>A package that is shared with another organisation.</summary>
public sealed record PackageTransfer
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the package.</summary>
    public string? PackageId { get; init; }

    /// <summary>Name of the package.</summary>
    public string? PackageName { get; init; }

    /// <summary><c>PENDING</c>, <c>COMPLETED</c>, …</summary>
    public string? Status { get; init; }

    /// <summary><c>PRIVATE</c> or <c>PUBLIC</c>.</summary>
    public string? RequestType { get; init; }

    /// <summary>Who shares.</summary>
    [JsonPropertyName("sourceIMSOrgId")]
    public string? SourceOrgId { get; init; }

    /// <summary>With whom.</summary>
    [JsonPropertyName("targetIMSOrgId")]
    public string? TargetOrgId { get; init; }

    /// <summary>Who started it.</summary>
    public string? InitiatedBy { get; init; }

    /// <summary>When it was created, in milliseconds since 1970 UTC.</summary>
    public long? CreatedDate { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
