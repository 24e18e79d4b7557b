using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>Data usage labels of a field. No page of Adobe's documents it; the Python package aepp sends it.</summary>
[System.Diagnostics.CodeAnalysis.Experimental("AEP0001")]
public sealed record LabelDescriptor : Descriptor
{
    /// <inheritdoc/>
    [JsonPropertyName("@type")]
    public override string Type { get; init; } = "xdm:descriptorLabel";

    /// <summary>Names of the labels, for example <c>C2</c>.</summary>
    [JsonPropertyName("xdm:label")]
    public IReadOnlyList<string> Labels { get; init; } = [];
}
