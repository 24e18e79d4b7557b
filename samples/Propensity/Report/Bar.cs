namespace Propensity.Report;

/// <summary>A bar: what it stands for, its value, and the value as text with its unit.</summary>
public sealed record Bar(string Name, double Value, string Text);
