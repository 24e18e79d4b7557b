namespace Aep.Sdk.Datasets;

/// <summary>The time that the rows of a batch are from.</summary>
/// <param name="StartDate">Its begin, in milliseconds since 1970 UTC.</param>
/// <param name="EndDate">Its end, in milliseconds since 1970 UTC.</param>
public sealed record BatchDataTime(long? StartDate, long? EndDate);
