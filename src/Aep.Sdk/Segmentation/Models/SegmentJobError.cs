using System.Text.Json.Serialization;

namespace Aep.Sdk.Segmentation;

/// <summary>Why a segment job failed.</summary>
/// <param name="Code">The service's code.</param>
/// <param name="Message">What happened.</param>
public sealed record SegmentJobError(string? Code, [property: JsonPropertyName("msg")] string? Message);
