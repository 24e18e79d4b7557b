namespace Aep.Sdk.Segmentation;

/// <summary>
/// Counts scores one by one for a <see cref="ReachCurve"/>, in memory that their number does not matter to. Not thread-safe.
/// </summary>
/// <param name="range">The scores to expect and the precision; null for <see cref="ScoreRange.Propensity"/>.</param>
public sealed class ReachCurveBuilder(ScoreRange? range = null)
{
    private readonly ScoreRange _range = range ?? ScoreRange.Propensity;
    private readonly ScoreHistogram _all = new(range ?? ScoreRange.Propensity);
    private ScoreHistogram? _positives;

    /// <summary>Counts a score.</summary>
    /// <param name="score">The score.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no number, or outside the range.</exception>
    /// <exception cref="InvalidOperationException">Earlier scores had labels.</exception>
    public void Add(double score)
    {
        if (_positives is not null) throw Mixed();
        _all.Add(score);
    }

    /// <summary>Counts a score with its label.</summary>
    /// <param name="score">The score and whether it was right.</param>
    /// <exception cref="ArgumentOutOfRangeException">The score is no number, or outside the range.</exception>
    /// <exception cref="InvalidOperationException">Earlier scores had no labels.</exception>
    public void Add(LabelledScore score)
    {
        if (_positives is null && _all.Count > 0) throw Mixed();
        _all.Add(score.Score);
        _positives ??= new ScoreHistogram(_range);
        if (score.IsPositive) _positives.Add(score.Score);
    }

    /// <summary>The curve of the scores so far; more can be added afterwards, for another.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public ReachCurve Build() => _all.Count > 0
        ? new ReachCurve(_range, _all.Accumulate(), _positives?.Accumulate())
        : throw new InvalidOperationException("There are no scores.");

    private static InvalidOperationException Mixed() =>
        new("Some scores have labels and some have none. Give labels with all of them or make two curves.");
}
