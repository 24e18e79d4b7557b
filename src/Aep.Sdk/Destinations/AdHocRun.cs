namespace Aep.Sdk.Destinations;

/// <summary>A run that was asked for.</summary>
/// <param name="RunId">Its id, if the service says.</param>
/// <param name="AlreadyRuns">Whether the service answered that there is a run already, and started none.</param>
internal sealed record AdHocRun(string? RunId, bool AlreadyRuns);
