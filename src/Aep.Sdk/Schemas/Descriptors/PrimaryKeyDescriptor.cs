using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>The fields that together are unique and never missing (model-based schemas).</summary>
public sealed record PrimaryKeyDescriptor : Descriptor
{
    /// <inheritdoc/>
    [JsonPropertyName("@type")]
    public override string Type { get; init; } = "xdm:descriptorPrimaryKey";
}
