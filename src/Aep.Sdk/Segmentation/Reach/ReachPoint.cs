namespace Aep.Sdk.Segmentation;

/// <summary>A point of a reach curve.</summary>
/// <param name="Threshold">A score.</param>
/// <param name="Reach">How many have at least that score.</param>
public readonly record struct ReachPoint(double Threshold, long Reach);
