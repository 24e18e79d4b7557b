namespace Propensity.Reach;

/// <summary>How many users have at least this propensity.</summary>
public sealed record ReachPoint(double Threshold, int Users);
