namespace Aep.Sdk.Segmentation;

/// <summary>How many scores there are from each place upwards.</summary>
internal sealed class CumulativeScores
{
    private readonly long[] _from;
    private readonly long _first;

    public CumulativeScores(ScoreRange range, long[] counts)
    {
        _first = range.First;
        _from = new long[counts.Length + 2];
        for (int place = counts.Length - 1; place >= 0; place--)
            _from[place] = _from[place + 1] + counts[place];
    }

    public long Count => _from[0];

    /// <summary>Scores of at least so many units.</summary>
    public long AtLeast(long units) => _from[2 * (units - _first)];

    /// <summary>Scores of more than so many units.</summary>
    public long Above(long units) => _from[Math.Min(2 * (units - _first) + 1, _from.Length - 1)];
}
