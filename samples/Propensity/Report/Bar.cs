namespace Propensity.Report;

/// <summary>A bar: what it stands for, its value, and the value as text.</summary>
public sealed record Bar(string Name, double Value, string Text);
