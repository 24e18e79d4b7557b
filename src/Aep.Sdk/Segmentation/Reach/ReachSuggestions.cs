using System.Globalization;

namespace Aep.Sdk.Segmentation;

/// <summary>Thresholds of a <see cref="ReachCurve"/> worth considering. Each is exact at the curve's precision.</summary>
public sealed class ReachSuggestions
{
    private readonly ReachCurve _curve;
    private readonly ScoreRange _range;

    internal ReachSuggestions(ReachCurve curve) => (_curve, _range) = (curve, curve.Range);

    /// <summary>
    /// The threshold with the best F1, the harmonic mean of precision and recall; of several the highest. Take scores of people whom the
    /// model has not learned from: on others it looks better than it is.
    /// </summary>
    /// <exception cref="InvalidOperationException">The scores have no labels, or none of them turned out right.</exception>
    public ReachSuggestion BestF1()
    {
        if (_curve.Positives is not { } positives) throw new InvalidOperationException(
            "The scores have no labels. Make the curve of labelled scores.");
        if (positives.Count == 0) throw new InvalidOperationException("None of the scores turned out right: there is nothing to find.");
        // F1 = 2 TP / (TP + FP + TP + FN): what is found, over what is reached and what is to be found.
        long best = Best(units => 2.0 * positives.AtLeast(units) / (_curve.All.AtLeast(units) + positives.Count));
        return Above(best, "best F1");
    }

    /// <summary>The lowest threshold that reaches no more than a number of people: what an offer or a call centre can carry.</summary>
    /// <param name="budget">How many at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// It is negative, or so many share the highest possible score that no threshold reaches fewer.
    /// </exception>
    public ReachSuggestion Budget(long budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        long units = Lowest(candidate => _curve.All.AtLeast(candidate) <= budget) ?? throw new ArgumentOutOfRangeException(
            nameof(budget), budget,
            $"{_curve.All.AtLeast(_range.Last)} have the highest possible score, {_range.To}: no threshold reaches fewer.");
        return Above(units, string.Create(CultureInfo.InvariantCulture, $"at most {budget:#,0}"));
    }

    /// <summary>
    /// The knee of the curve: where it lies farthest from the straight line between its ends. Beyond it a lower bar brings many more people
    /// that differ little, and a higher one costs few.
    /// </summary>
    public ReachSuggestion Knee()
    {
        long low = Highest(units => _curve.All.AtLeast(units) == _curve.Count), high = Highest(units => _curve.All.AtLeast(units) > 0);
        double width = Math.Max(1, high - low);
        long knee = Best(units => units < low || units > high ? -1 : Math.Abs(
            1 - (units - low) / width - (double)_curve.All.AtLeast(units) / _curve.Count));
        return Above(knee, "knee of the curve");
    }

    /// <summary>
    /// The people between two percentiles of the scores, for example 80 and 99: the best fifth without the very top, who need no campaign.
    /// At least that share has the lower bound; at most that share lies above the upper one.
    /// </summary>
    /// <param name="from">The lower percentile, 0 to 100.</param>
    /// <param name="to">The upper percentile, 0 to 100.</param>
    public ReachSuggestion BetweenPercentiles(double from, double to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(from, to);
        double wanted = Math.Max(1, (100 - from) / 100 * _curve.Count), beyond = (100 - to) / 100 * _curve.Count;
        long lower =
            Highest(units => _curve.All.AtLeast(units) >= wanted), upper = Lowest(units => _curve.All.Above(units) <= beyond)!.Value;
        string reason = string.Create(CultureInfo.InvariantCulture, $"percentiles {from:0.##} to {to:0.##}");
        return Of(reason, lower, Math.Max(lower, upper));
    }

    private ReachSuggestion Above(long units, string reason) => Of(reason, units, null);

    private ReachSuggestion Of(string reason, long from, long? to)
    {
        long Between(CumulativeScores scores) => scores.AtLeast(from) - (to is { } upper ? scores.Above(upper) : 0);
        long reach = Between(_curve.All);
        long? found = _curve.Positives is { } positives ? Between(positives) : null;
        return new ReachSuggestion(reason, _range.Value(from), to is { } last ? _range.Value(last) : null, reach)
        {
            Precision = reach > 0 ? (double?)found / reach : null,
            Recall = _curve.PositiveCount > 0 ? (double?)found / _curve.PositiveCount : null,
        };
    }

    // Of equal ones the highest: the same for fewer people.
    private long Best(Func<long, double> value)
    {
        long best = _range.First;
        double bestValue = double.NegativeInfinity;
        for (long units = _range.First; units <= _range.Last; units++)
        {
            double candidate = value(units);
            if (candidate < bestValue) continue;
            (best, bestValue) = (units, candidate);
        }

        return best;
    }

    // Reach only falls: both searches halve.
    private long Highest(Func<long, bool> holds) => Search(units => !holds(units)) - 1;

    private long? Lowest(Func<long, bool> holds) => Search(holds) is var units && units <= _range.Last ? units : null;

    private long Search(Func<long, bool> holds)
    {
        long low = _range.First, high = _range.Last + 1;
        while (low < high)
        {
            long middle = low + (high - low) / 2;
            if (holds(middle)) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
