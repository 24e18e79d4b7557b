namespace Aep.Sdk.Segmentation;

/// <summary>
/// Score against reach: the higher the bar, the fewer it lets through. Made of any number of scores in bounded memory, and exact: its
/// counts are those of a rule with the same bounds over the same scores. <see cref="Suggestions"/> proposes bounds.
/// </summary>
public sealed class ReachCurve
{
    internal ReachCurve(ScoreRange range, CumulativeScores all, CumulativeScores? positives) =>
        (Range, All, Positives) = (range, all, positives);

    /// <summary>The range of the scores and the precision.</summary>
    public ScoreRange Range { get; }

    /// <summary>How many scores there are.</summary>
    public long Count => All.Count;

    /// <summary>How many of them turned out right; null for scores without labels.</summary>
    public long? PositiveCount => Positives?.Count;

    /// <summary>Thresholds worth considering.</summary>
    public ReachSuggestions Suggestions => new(this);

    internal CumulativeScores All { get; }

    internal CumulativeScores? Positives { get; }

    /// <summary>The curve of scores.</summary>
    /// <param name="scores">The scores; read once, one by one.</param>
    /// <param name="range">The scores to expect and the precision; null for <see cref="ScoreRange.Propensity"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A score is outside the range.</exception>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public static ReachCurve From(IEnumerable<double> scores, ScoreRange? range = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var builder = new ReachCurveBuilder(range);
        foreach (double score in scores) builder.Add(score);
        return builder.Build();
    }

    /// <summary>The curve of scores with labels, which also tells precision and recall.</summary>
    /// <param name="scores">The scores; read once, one by one.</param>
    /// <param name="range">The scores to expect and the precision; null for <see cref="ScoreRange.Propensity"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A score is outside the range.</exception>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public static ReachCurve From(IEnumerable<LabelledScore> scores, ScoreRange? range = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var builder = new ReachCurveBuilder(range);
        foreach (LabelledScore score in scores) builder.Add(score);
        return builder.Build();
    }

    /// <summary>The curve of scores that come from a file or a query.</summary>
    /// <param name="scores">The scores; read once, one by one.</param>
    /// <param name="range">The scores to expect and the precision; null for <see cref="ScoreRange.Propensity"/>.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">A score is outside the range.</exception>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public static async Task<ReachCurve> FromAsync(
        IAsyncEnumerable<double> scores, ScoreRange? range = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var builder = new ReachCurveBuilder(range);
        await foreach (double score in scores.WithCancellation(cancellationToken).ConfigureAwait(false)) builder.Add(score);
        return builder.Build();
    }

    /// <summary>How many have at least this score.</summary>
    /// <param name="threshold">The threshold, included; a multiple of the range's unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold has more decimals than the curve keeps.</exception>
    public long ReachAbove(double threshold) => All.AtLeast(Range.Threshold(threshold));

    /// <summary>How many have less than this score.</summary>
    /// <param name="threshold">The threshold, not included; a multiple of the range's unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold has more decimals than the curve keeps.</exception>
    public long ReachBelow(double threshold) => Count - ReachAbove(threshold);

    /// <summary>How many have a score between two bounds, both included.</summary>
    /// <param name="from">The lower bound; a multiple of the range's unit.</param>
    /// <param name="to">The upper bound; a multiple of the range's unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A bound has more decimals than the curve keeps, or the upper one is below the lower one.
    /// </exception>
    public long ReachBetween(double from, double to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        long upper = to < Range.Value(Range.First) ? Count : All.Above(Range.Threshold(to));
        return ReachAbove(from) - upper;
    }

    /// <summary>Points for a chart or a table, from one end of the range to the other.</summary>
    /// <param name="steps">How many equal steps, rounded to the range's unit.</param>
    public IReadOnlyList<ReachPoint> GetPoints(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        long width = Range.Last - Range.First;
        return [.. Enumerable.Range(0, steps + 1)
            .Select(step => Range.First + (long)Math.Round((double)width * step / steps)).Distinct()
            .Select(units => new ReachPoint(Range.Value(units), All.AtLeast(units)))];
    }
}
