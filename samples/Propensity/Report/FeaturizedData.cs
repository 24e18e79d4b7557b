namespace Propensity.Report;

/// <summary>Step 2, the training dataset.</summary>
public sealed record FeaturizedData(string DatasetId, string TableName, long Rows);
