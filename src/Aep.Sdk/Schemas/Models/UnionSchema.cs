using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>The fields of all schemas of one class that are enabled for Real-Time Customer Profile.</summary>
public sealed record UnionSchema : XdmResource
{
    /// <summary><c>$id</c> of the class.</summary>
    [JsonPropertyName("meta:class")]
    public string? ClassId { get; init; }

    /// <summary><c>$id</c> of the schemas, field groups and others that take part.</summary>
    [JsonPropertyName("meta:extends")]
    public IReadOnlyList<string> Extends { get => field ?? []; init; }
}
