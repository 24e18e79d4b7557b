using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>A descriptor of a type that this version of the library does not know; what it says is in its additional properties.</summary>
public sealed record OtherDescriptor : Descriptor
{
    /// <inheritdoc/>
    [JsonPropertyName("@type")]
    public override string Type { get; init; } = "";

    internal override IEnumerable<(string Name, string? Value)> Needed => [("@type", Type), ("xdm:sourceSchema", SourceSchema)];
}
