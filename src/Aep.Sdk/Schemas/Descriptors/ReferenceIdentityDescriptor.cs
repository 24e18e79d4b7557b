using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>Says which namespace the value of a field belongs to that refers to another schema's primary identity.</summary>
public sealed record ReferenceIdentityDescriptor : Descriptor
{
    /// <inheritdoc/>
    [JsonPropertyName("@type")]
    public override string Type { get; init; } = "xdm:descriptorReferenceIdentity";

    /// <summary>Code of the namespace.</summary>
    [JsonPropertyName("xdm:identityNamespace")]
    public string IdentityNamespace { get; init; } = "";

    internal override IEnumerable<(string Name, string? Value)> Needed => [.. base.Needed, ("xdm:identityNamespace", IdentityNamespace)];
}
