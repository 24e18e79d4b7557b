namespace Propensity.Report;

/// <summary>Something on the platform that the workflow made or reused.</summary>
public sealed record CreatedResource(string Kind, string Name, string Id);
