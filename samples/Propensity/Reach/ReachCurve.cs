namespace Propensity.Reach;

/// <summary>Propensity against reach: the higher the bar, the fewer users it lets through.</summary>
public sealed class ReachCurve
{
    private readonly double[] _scores;

    public ReachCurve(IEnumerable<double> scores)
    {
        _scores = [.. scores.Order()];
        if (_scores.Length == 0)
            throw new ArgumentException("There are no scores.", nameof(scores));
    }

    public double Highest => _scores[^1];

    /// <summary>Users with a propensity of at least <paramref name="threshold"/>.</summary>
    public int ReachAbove(double threshold) => _scores.Length - LowerBound(threshold);

    /// <summary>Users between two bounds, both included.</summary>
    public int ReachBetween(double from, double to) => _scores.Count(score => score >= from && score <= to);

    /// <summary>Points for a chart or a table, at equal steps of propensity.</summary>
    public IReadOnlyList<ReachPoint> Points(int steps) =>
        [.. Enumerable.Range(0, steps + 1).Select(step => (double)step / steps).Select(threshold => new ReachPoint(threshold, ReachAbove(threshold)))];

    /// <summary>
    /// The interval that an e-mail campaign would take: the best fifth of the users, but without the very top (above the 99th percentile),
    /// who subscribe anyway. Bounds have three decimals, so that the rule reads well.
    /// </summary>
    public (double From, double To) SuggestInterval()
    {
        double from = Math.Round(Percentile(0.80), 3), to = Math.Round(Percentile(0.99), 3);
        return to > from ? (from, to) : (from, 1);
    }

    private double Percentile(double share) => _scores[Math.Min(_scores.Length - 1, (int)(share * _scores.Length))];

    private int LowerBound(double threshold)
    {
        int low = 0, high = _scores.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_scores[middle] < threshold)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
