using System.Text.Json.Serialization;

namespace Aep.Sdk.Schemas;

/// <summary>How finely a time series is summarised. No page of Adobe's documents it; the Python package aepp sends it.</summary>
[System.Diagnostics.CodeAnalysis.Experimental("AEP0001")]
public sealed record GranularityDescriptor : Descriptor
{
    /// <inheritdoc/>
    [JsonPropertyName("@type")]
    public override string Type { get; init; } = "xdm:descriptorTimeSeriesGranularity";

    /// <summary><c>day</c> or <c>hour</c>.</summary>
    [JsonPropertyName("xdm:granularity")]
    public string Granularity { get; init; } = "day";

    /// <summary>Name of the time zone.</summary>
    [JsonPropertyName("xdm:ianaTimezone")]
    public string TimeZone { get; init; } = "UTC";

    internal override IEnumerable<(string Name, string? Value)> Needed =>
        [("xdm:sourceSchema", SourceSchema), ("xdm:granularity", Granularity)];
}
