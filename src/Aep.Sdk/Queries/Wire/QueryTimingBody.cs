namespace Aep.Sdk.Queries;

internal sealed record QueryTimingBody(string Schedule, string StartDate, string? EndDate, int? MaxActiveRuns);
