using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>A relationship to one record of another schema.</summary>
public sealed record OneToOneDescriptor : Descriptor
{
    /// <inheritdoc/>
    [JsonPropertyName("@type")]
    public override string Type { get; init; } = "xdm:descriptorOneToOne";

    /// <summary><c>$id</c> of the other schema.</summary>
    [JsonPropertyName("xdm:destinationSchema")]
    public string DestinationSchema { get; init; } = "";

    /// <summary>Major version of the other schema; there is one.</summary>
    [JsonPropertyName("xdm:destinationVersion")]
    public int DestinationVersion { get; init; } = 1;

    /// <summary>The field of the other schema; null for its primary identity.</summary>
    [JsonPropertyName("xdm:destinationProperty")]
    public string? DestinationProperty { get; init; }

    internal override IEnumerable<(string Name, string? Value)> Needed => [.. base.Needed, ("xdm:destinationSchema", DestinationSchema)];
}
