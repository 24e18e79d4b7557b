namespace Propensity.Report;

/// <summary>How the number of a user's events of a type goes with the subscription, -1 to 1; null where it is not defined.</summary>
public sealed record Correlation(string EventType, double? Value);
