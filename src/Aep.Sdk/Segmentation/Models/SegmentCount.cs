namespace Aep.Sdk.Segmentation;

/// <summary>The profiles of a segment, as a job has counted them.</summary>
/// <param name="Qualified">Profiles that qualify.</param>
/// <param name="Realized">Of them, those that have come in with this job; null where the job does not say.</param>
/// <param name="Existing">Of them, those that were in before; null where the job does not say.</param>
/// <param name="Exited">Profiles that have left with this job; null where the job does not say.</param>
public sealed record SegmentCount(long Qualified, long? Realized, long? Existing, long? Exited);
