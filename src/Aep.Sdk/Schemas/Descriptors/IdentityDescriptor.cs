using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>Makes a field an identity.</summary>
public sealed record IdentityDescriptor : Descriptor
{
    /// <inheritdoc/>
    [JsonPropertyName("@type")]
    public override string Type { get; init; } = "xdm:descriptorIdentity";

    /// <summary>Namespace of the identity: its code, for example <c>ECID</c>, or its number.</summary>
    [JsonPropertyName("xdm:namespace")]
    public string Namespace { get; init; } = "";

    /// <summary>Makes it the schema's primary identity, which Real-Time Customer Profile needs. A schema has at most one.</summary>
    [JsonPropertyName("xdm:isPrimary")]
    public bool IsPrimary { get; init; }

    /// <summary>How the namespace is named: <c>xdm:code</c> or <c>xdm:id</c>.</summary>
    [JsonPropertyName("xdm:property")]
    public string NamespaceKind
    {
        get => field ?? (Namespace.Length > 0 && Namespace.All(char.IsAsciiDigit) ? "xdm:id" : "xdm:code");
        init;
    }

    internal override IEnumerable<(string Name, string? Value)> Needed => [.. base.Needed, ("xdm:namespace", Namespace)];
}
