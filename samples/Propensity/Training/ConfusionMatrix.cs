namespace Propensity.Training;

/// <summary>Held-out users by what was predicted and what was true, at the threshold 0.5.</summary>
public sealed record ConfusionMatrix(int TruePositives, int FalsePositives, int TrueNegatives, int FalseNegatives);
