namespace Propensity.Report;

/// <summary>Step 1.</summary>
public sealed record GeneratedData(string TenantId, int Users, long Events, int Batches);
