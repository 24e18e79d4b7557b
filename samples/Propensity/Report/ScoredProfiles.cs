namespace Propensity.Report;

/// <summary>Step 5.</summary>
public sealed record ScoredProfiles(long Count, int ModelVersion);
