namespace Aep.Sdk.Queries;

/// <summary>A query to run again and again.</summary>
/// <param name="Query">What is run.</param>
/// <param name="Schedule">When, in UTC.</param>
/// <param name="StartDate">First moment at which it may run.</param>
public sealed record QueryScheduleDefinition(QueryDefinition Query, CronExpression Schedule, DateTimeOffset StartDate)
{
    /// <summary>Last moment at which it may run; null for no end.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>How many runs may be at work at once; null for the service's number, which is 1.</summary>
    public int? MaxActiveRuns { get; init; }
}
