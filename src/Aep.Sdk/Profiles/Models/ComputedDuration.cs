namespace Aep.Sdk.Profiles;

/// <summary>Over how long a computed attribute looks back.</summary>
/// <param name="Count">How many.</param>
/// <param name="Unit"><c>HOURS</c>, <c>DAYS</c>, <c>WEEKS</c> or <c>MONTHS</c>.</param>
public sealed record ComputedDuration(decimal Count, string Unit);
