namespace Aep.Sdk.Segmentation;

/// <summary>What a schedule evaluates.</summary>
/// <param name="Segments">Ids of segments, or <c>*</c> for all.</param>
public sealed record SegmentScheduleProperties(IReadOnlyList<string> Segments);
