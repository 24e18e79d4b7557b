using Aep.Sdk.Segmentation;
using Aep.Sdk.TestSupport;
using CsCheck;

namespace Aep.Sdk.Tests.Segmentation.Reach;

public sealed class ReachCurveTests
{
    private static readonly ReachCurve Hundred =
        ReachCurve.From(Enumerable.Range(0, 100).Reverse().Select(score => score / 100.0), new ScoreRange(0, 1, 3));

    // Scores of a model, scores that lie exactly on thresholds, and the neighbours of such.
    private static readonly Gen<double> Score = Gen.OneOf(
        Gen.Double[0, 1],
        Gen.Int[0, 1_000].Select(units => units / 1_000.0),
        Gen.Int[1, 999].Select(units => Math.BitIncrement(units / 1_000.0)),
        Gen.Int[1, 999].Select(units => Math.BitDecrement(units / 1_000.0)));

    [Theory]
    [InlineData(0, 100)]
    [InlineData(0.5, 50)]
    [InlineData(0.505, 49)]
    [InlineData(0.99, 1)]
    [InlineData(1, 0)]
    [InlineData(-3, 100)]
    [InlineData(7, 0)]
    public void Reach_counts_who_has_at_least_that_much(double threshold, long users)
    {
        Assert.Equal(users, Hundred.ReachAbove(threshold));
        Assert.Equal(100 - users, Hundred.ReachBelow(threshold));
    }

    [Fact]
    public void An_interval_includes_its_bounds()
    {
        Assert.Equal(11, Hundred.ReachBetween(0.2, 0.3));
        Assert.Equal(1, Hundred.ReachBetween(0.2, 0.2));
        Assert.Equal(100, Hundred.ReachBetween(-1, 2));
        Assert.Equal(0, Hundred.ReachBetween(-2, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hundred.ReachBetween(0.3, 0.2));
    }

    [Fact]
    public void Points_go_from_everybody_down() =>
        Assert.Equal([new ReachPoint(0, 100), new(0.25, 75), new(0.5, 50), new(0.75, 25), new(1, 0)], Hundred.GetPoints(4));

    [Fact]
    public void The_counts_are_those_of_comparing_every_score() =>
        Score.Array[1, 200].Select(Gen.Int[0, 1_000], Gen.Int[0, 1_000]).ForAll((scores, one, other) =>
    {
        ReachCurve curve = ReachCurve.From(scores, new ScoreRange(0, 1, 3));
        double from = Math.Min(one, other) / 1_000.0, to = Math.Max(one, other) / 1_000.0;
        return curve.Count == scores.Length
            && curve.ReachAbove(from) == scores.Count(score => score >= from)
            && curve.ReachBelow(to) == scores.Count(score => score < to)
            && curve.ReachBetween(from, to) == scores.Count(score => score >= from && score <= to);
    });

    [Fact]
    public async Task Scores_may_come_one_by_one_and_in_another_range()
    {
        ReachCurve curve = await ReachCurve.FromAsync(new[] { -2.5, 0, 7.25, 100 }.ToAsyncEnumerable(), new ScoreRange(-10, 100, 1));
        Assert.Equal((4, 3, 2, 1), (curve.Count, curve.ReachAbove(0), curve.ReachAbove(7.2), curve.ReachAbove(7.3)));
        Assert.Equal(1, curve.ReachAbove(100));
    }

    [Fact]
    public void Ten_million_scores_take_no_more_memory_than_ten()
    {
        var builder = new ReachCurveBuilder();
        builder.Add(0.5);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10_000_000; i++) builder.Add(i % 9_973 / 9_973.0);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(10_000_001, builder.Build().Count);
    }

    [Fact]
    public void A_threshold_between_two_units_is_refused_not_rounded()
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => Hundred.ReachAbove(0.2005));
        Assert.Contains("3 decimals", refused.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Hundred.ReachAbove(double.NaN));
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_score_outside_the_range_is_refused(double score) =>
        Assert.Contains("ScoreRange", Assert.Throws<ArgumentOutOfRangeException>(() => ReachCurve.From([score])).Message);

    [Fact]
    public void What_makes_no_curve_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => ReachCurve.From(Array.Empty<double>()));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScoreRange(1, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScoreRange(0, 1, 9));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScoreRange(0.25m, 1, 1));
        var builder = new ReachCurveBuilder();
        builder.Add(0.5);
        Assert.Throws<InvalidOperationException>(() => builder.Add(new LabelledScore(0.5, true)));
    }
}
