using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>
/// Data usage labels of a field, of a schema or of a field group. No page of Adobe's documents it; the Python package aepp sends and reads
/// it.
/// </summary>
[System.Diagnostics.CodeAnalysis.Experimental("AEP0001")]
public sealed record LabelDescriptor : Descriptor
{
    /// <inheritdoc/>
    [JsonPropertyName("@type")]
    public override string Type { get; init; } = "xdm:descriptorLabel";

    /// <summary>Names of the labels, with the container that they are in: <c>core/C2</c>, <c>custom/restricted</c>.</summary>
    [JsonPropertyName("xdm:labels")]
    public IReadOnlyList<string> Labels { get; init; } = [];
}
