using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>A schema or field group as a listing shows it.</summary>
public sealed record SchemaSummary
{
    /// <summary>The URI that names the resource (<c>$id</c>).</summary>
    [JsonPropertyName("$id")]
    public required string Id { get; init; }

    /// <summary>The short name that may stand in its place (<c>meta:altId</c>).</summary>
    [JsonPropertyName("meta:altId")]
    public string? AltId { get; init; }

    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Version.</summary>
    public string? Version { get; init; }
}
