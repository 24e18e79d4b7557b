namespace Propensity.Report;

/// <summary>Whether nothing was lost or doubled on the way: every step's number against that of the step before.</summary>
public static class Reconciliation
{
    /// <exception cref="InvalidOperationException">A step has not run.</exception>
    public static IReadOnlyList<Check> Of(WorkflowResults results)
    {
        GeneratedData generated = Need(results.Generated);
        ExploredData explored = Need(results.Explored);
        FeaturizedData featurized = Need(results.Featurized);
        ScoredProfiles scored = Need(results.Scored);
        ActivatedAudience audience = Need(results.Audience);
        return
        [
            new("events generated", generated.Events, "events in the dataset by SQL", explored.Events),
            new("rows in the training dataset", featurized.Rows, "distinct users", explored.DistinctUsers),
            new("rows exported", Need(results.Exported).Rows, "rows in the training dataset", featurized.Rows),
            new("profiles scored", scored.Count, "distinct users", explored.DistinctUsers),
            new("profiles that carry a propensity", Need(results.Ingested).ProfilesWithPropensity, "profiles scored", scored.Count),
            new("audience size", audience.Qualified, "scores inside the interval", audience.Expected),
            new("rows in the activated file", audience.ActivatedRows, "audience size", audience.Qualified),
        ];
    }

    private static T Need<T>(T? result) =>
        result ?? throw new InvalidOperationException($"The step that yields {typeof(T).Name} has not run.");
}
