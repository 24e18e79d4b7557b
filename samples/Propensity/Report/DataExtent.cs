namespace Propensity.Report;

/// <summary>How much there is, and of which time.</summary>
public sealed record DataExtent(long Events, long Users, DateTimeOffset Earliest, DateTimeOffset Latest);
