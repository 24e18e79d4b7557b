using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>Body of POST /tenant/descriptors for an identity.</summary>
internal sealed record IdentityDescriptorBody(
    [property: JsonPropertyName("@type")] string Type,
    [property: JsonPropertyName("xdm:sourceSchema")] string SourceSchema,
    [property: JsonPropertyName("xdm:sourceVersion")] int SourceVersion,
    [property: JsonPropertyName("xdm:sourceProperty")] string SourceProperty,
    [property: JsonPropertyName("xdm:namespace")] string Namespace,
    [property: JsonPropertyName("xdm:property")] string Property,
    [property: JsonPropertyName("xdm:isPrimary")] bool IsPrimary);
