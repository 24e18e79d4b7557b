using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>Deprecates fields of Adobe's in one schema: user interfaces hide them, data may still have them.</summary>
public sealed record DeprecatedFieldDescriptor : Descriptor
{
    /// <inheritdoc/>
    [JsonPropertyName("@type")]
    public override string Type { get; init; } = "xdm:descriptorDeprecated";
}
