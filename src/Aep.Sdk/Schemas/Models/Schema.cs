using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>A schema: a class and field groups.</summary>
public sealed record Schema : XdmResource
{
    /// <summary><c>$id</c> of its class.</summary>
    [JsonPropertyName("meta:class")]
    public string? ClassId { get; init; }

    /// <summary>Tags that cannot be taken away again; <c>union</c> enables the schema for Real-Time Customer Profile.</summary>
    [JsonPropertyName("meta:immutableTags")]
    public IReadOnlyList<string> ImmutableTags { get => field ?? []; init; }

    /// <summary>True when the schema takes part in the union, that is, is enabled for Real-Time Customer Profile.</summary>
    [JsonIgnore]
    public bool IsEnabledForProfile => ImmutableTags.Contains("union");

    /// <summary>All that it is composed of, directly or not: behavior, class, field groups, data types.</summary>
    [JsonPropertyName("meta:extends")]
    public IReadOnlyList<string> Extends { get => field ?? []; init; }
}
