using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>A relationship to another schema with names for both directions (B2B edition, model-based schemas).</summary>
public sealed record RelationshipDescriptor : Descriptor
{
    /// <inheritdoc/>
    [JsonPropertyName("@type")]
    public override string Type { get; init; } = "xdm:descriptorRelationship";

    /// <summary><c>$id</c> of the other schema.</summary>
    [JsonPropertyName("xdm:destinationSchema")]
    public string DestinationSchema { get; init; } = "";

    /// <summary>Major version of the other schema; there is one.</summary>
    [JsonPropertyName("xdm:destinationVersion")]
    public int DestinationVersion { get; init; } = 1;

    /// <summary>The field of the other schema; null for its primary key.</summary>
    [JsonPropertyName("xdm:destinationProperty")]
    public string? DestinationProperty { get; init; }

    /// <summary>Namespace of the other schema's primary identity.</summary>
    [JsonPropertyName("xdm:destinationNamespace")]
    public string? DestinationNamespace { get; init; }

    /// <summary><c>1:1</c>, <c>1:0</c>, <c>M:1</c> or <c>M:0</c>.</summary>
    [JsonPropertyName("xdm:cardinality")]
    public string Cardinality { get; init; } = "M:1";

    /// <summary>Name of the way there.</summary>
    [JsonPropertyName("xdm:sourceToDestinationName")]
    public string? SourceToDestinationName { get; init; }

    /// <summary>Name of the way back.</summary>
    [JsonPropertyName("xdm:destinationToSourceName")]
    public string? DestinationToSourceName { get; init; }

    /// <summary>Title of the way there.</summary>
    [JsonPropertyName("xdm:sourceToDestinationTitle")]
    public string? SourceToDestinationTitle { get; init; }

    /// <summary>Title of the way back.</summary>
    [JsonPropertyName("xdm:destinationToSourceTitle")]
    public string? DestinationToSourceTitle { get; init; }

    internal override IEnumerable<(string Name, string? Value)> Needed =>
        [.. base.Needed, ("xdm:destinationSchema", DestinationSchema), ("xdm:cardinality", Cardinality)];
}
