namespace Propensity.Report;

/// <summary>A line of a chart.</summary>
public sealed record Line(string Name, IReadOnlyList<(double X, double Y)> Points);
