using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>The field that says which of two versions of a record is the later (model-based schemas).</summary>
public sealed record VersionDescriptor : Descriptor
{
    /// <inheritdoc/>
    [JsonPropertyName("@type")]
    public override string Type { get; init; } = "xdm:descriptorVersion";
}
