using Aep.Sdk.Segmentation;

namespace Propensity.Workflow;

/// <summary>The intervals of propensity to choose an audience from, and the one that the workflow takes.</summary>
public static class IntervalChoice
{
    private const double Fifth = 0.2;

    /// <summary>
    /// The first is taken: what an e-mail campaign would take, the best fifth of the users without the very top, who subscribe anyway.
    /// The others stand beside it, for comparison.
    /// </summary>
    /// <param name="reach">The curve of all users.</param>
    /// <param name="heldOut">The curve of those whom the model has not learned from, with what they did; null where there is none who
    /// subscribed.</param>
    public static IReadOnlyList<ReachSuggestion> Of(ReachCurve reach, ReachCurve? heldOut)
    {
        ReachSuggestion[] byReach =
        [
            reach.Suggestions.BetweenPercentiles(80, 99),
            reach.Suggestions.Budget((long)(Fifth * reach.Count)),
            reach.Suggestions.Knee(),
        ];
        if (heldOut is not { PositiveCount: > 0 }) return byReach;
        // Precision and recall are those of the held-out users; the reach is that of all.
        ReachSuggestion best = heldOut.Suggestions.BestF1();
        return [.. byReach, best with { Reach = reach.ReachAbove(best.From) }];
    }
}
