using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>A part of <c>allOf</c>.</summary>
internal sealed record ResourceReference(
    [property: JsonPropertyName("$ref")] string Reference,
    [property: JsonPropertyName("type")] string Type = "object",
    [property: JsonPropertyName("meta:xdmType")] string XdmType = "object");
