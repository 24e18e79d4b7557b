namespace Aep.Sdk.Segmentation;

internal sealed record SegmentJobRequest(string SegmentId);
