namespace Aep.Sdk.Segmentation;

/// <summary>How long a segment job took.</summary>
/// <param name="StartTimeInMs">Start, in milliseconds since 1970.</param>
/// <param name="EndTimeInMs">End, in milliseconds since 1970.</param>
/// <param name="TotalTimeInMs">The time between, in milliseconds.</param>
public sealed record SegmentJobTime(double? StartTimeInMs, double? EndTimeInMs, double? TotalTimeInMs);
