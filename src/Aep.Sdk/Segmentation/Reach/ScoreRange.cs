namespace Aep.Sdk.Segmentation;

/// <summary>
/// The scores that a <see cref="ReachCurve"/> takes, and its precision: thresholds are multiples of a unit, a tenth, a hundredth, … At
/// these the curve is exact; there are no others. Memory does not depend on the number of scores: 16 bytes a unit of the range, twice as
/// many with labels.
/// </summary>
public sealed record ScoreRange
{
    private const long MostUnits = 10_000_000;

    /// <summary>A range of scores.</summary>
    /// <param name="from">The lowest possible score.</param>
    /// <param name="to">The highest possible score.</param>
    /// <param name="decimals">Decimals of the thresholds, 0 to 9.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The range is empty, its bounds have more decimals than that, or it has more than 10 million units.
    /// </exception>
    public ScoreRange(decimal from, decimal to, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 9);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(from, to);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Max(Math.Abs(from), Math.Abs(to)), 1_000_000m);
        (From, To, Decimals, Scale) = (from, to, decimals, Power(decimals));
        (First, Last) = (Units(from, nameof(from)), Units(to, nameof(to)));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Last - First, MostUnits, nameof(decimals));
    }

    /// <summary>Probabilities: 0 to 1 with four decimals, 160 KB (320 KB with labels).</summary>
    public static ScoreRange Propensity { get; } = new(0, 1, 4);

    /// <summary>The lowest possible score.</summary>
    public decimal From { get; }

    /// <summary>The highest possible score.</summary>
    public decimal To { get; }

    /// <summary>Decimals of the thresholds.</summary>
    public int Decimals { get; }

    internal long First { get; }

    internal long Last { get; }

    private double Scale { get; }

    /// <summary>The score of so many units: the double that the digits of a rule stand for, so that both compare alike.</summary>
    internal double Value(long units) => units / Scale;

    /// <summary>The units of a score, and whether it lies exactly there or between these and the next.</summary>
    internal (long Units, bool Exact) Place(double score)
    {
        if (!(score >= Value(First) && score <= Value(Last)))
            throw new ArgumentOutOfRangeException(
                nameof(score), score, $"A score is outside {From} to {To}. Give the range of the scores (ScoreRange).");
        long units = (long)Math.Floor(score * Scale);
        // The product is rounded: it may lie one unit off.
        if (Value(units) > score) units--;
        else if (Value(units + 1) <= score) units++;
        return (units, Value(units) == score);
    }

    /// <summary>The units of a threshold.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It has more decimals than the curve keeps; the message says what to do.</exception>
    internal long Threshold(double threshold)
    {
        if (!(threshold >= Value(First))) return Outside(threshold, First);
        if (!(threshold <= Value(Last))) return Outside(threshold, Last + 1);
        (long units, bool exact) = Place(threshold);
        return exact
            ? units
            : throw new ArgumentOutOfRangeException(
                nameof(threshold), threshold,
                $"The curve is exact at thresholds with {Decimals} decimals. Round the threshold, or make the curve with more decimals.");
    }

    private static long Outside(double threshold, long units) =>
        double.IsNaN(threshold) ? throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "A threshold is a number.") : units;

    private long Units(decimal bound, string name)
    {
        decimal units = bound * (decimal)Scale;
        return units == decimal.Truncate(units)
            ? (long)units
            : throw new ArgumentOutOfRangeException(name, bound, $"The bound has more than {Decimals} decimals.");
    }

    private static double Power(int decimals)
    {
        double power = 1;
        for (int digit = 0; digit < decimals; digit++)
            power *= 10;
        return power;
    }
}
