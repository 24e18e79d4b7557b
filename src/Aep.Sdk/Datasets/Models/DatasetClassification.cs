namespace Aep.Sdk.Datasets;

/// <summary>What kind of data a dataset holds, and who looks after it.</summary>
/// <param name="DataBehavior"><c>record</c>, <c>time-series</c> or <c>adhoc</c>.</param>
/// <param name="ManagedBy"><c>CUSTOMER</c> or <c>SYSTEM</c>.</param>
public sealed record DatasetClassification(string? DataBehavior, string? ManagedBy);
