namespace Aep.Sdk.Segmentation;

/// <summary>
/// Counts of scores: those exactly at a unit, and those between it and the next, by turns. So bounds can be included or not.
/// </summary>
internal sealed class ScoreHistogram(ScoreRange range)
{
    private readonly long[] _counts = new long[2 * (range.Last - range.First) + 1];

    public long Count { get; private set; }

    public void Add(double score)
    {
        (long units, bool exact) = range.Place(score);
        _counts[2 * (units - range.First) + (exact ? 0 : 1)]++;
        Count++;
    }

    public CumulativeScores Accumulate() => new(range, _counts);
}
