namespace Aep.Sdk.Datasets;

/// <summary>How long the rows of a dataset of events are kept, counted from their <c>timestamp</c>; null is for good.</summary>
/// <param name="Lake">In the data lake. At least 30 days.</param>
/// <param name="Profile">In Real-Time Customer Profile.</param>
public sealed record RowRetention(RetentionPeriod? Lake, RetentionPeriod? Profile = null);
