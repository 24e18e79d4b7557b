namespace Propensity.Workflow;

/// <summary>A row of the file of an activated audience.</summary>
public sealed record AudienceMember(string UserId, double Propensity);
