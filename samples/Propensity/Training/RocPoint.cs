namespace Propensity.Training;

/// <summary>A point of the receiver operating characteristic.</summary>
public sealed record RocPoint(double FalsePositiveRate, double TruePositiveRate);
