namespace Propensity.Report;

/// <summary>Step 6.</summary>
public sealed record IngestedScores(string DatasetId, string FlowRunId, long Records, long ProfilesWithPropensity);
