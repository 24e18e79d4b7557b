namespace Propensity.Report;

/// <summary>How often a type of event happened, and to how many users.</summary>
public sealed record EventCount(string EventType, long Events, long Users);
