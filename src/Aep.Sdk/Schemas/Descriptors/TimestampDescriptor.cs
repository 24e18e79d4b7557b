using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>The field that says when an event happened (model-based schemas).</summary>
public sealed record TimestampDescriptor : Descriptor
{
    /// <inheritdoc/>
    [JsonPropertyName("@type")]
    public override string Type { get; init; } = "xdm:descriptorTimestamp";
}
