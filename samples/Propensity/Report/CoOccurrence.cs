namespace Propensity.Report;

/// <summary>How many users have events of both types. With itself, a type counts its users.</summary>
public sealed record CoOccurrence(string First, string Second, long Users);
