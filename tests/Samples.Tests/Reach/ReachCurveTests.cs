using Propensity.Reach;

namespace Samples.Tests.Reach;

public sealed class ReachCurveTests
{
    private static readonly ReachCurve Hundred = new(Enumerable.Range(0, 100).Reverse().Select(score => score / 100.0));

    [Theory]
    [InlineData(0, 100)]
    [InlineData(0.5, 50)]
    [InlineData(0.505, 49)]
    [InlineData(0.99, 1)]
    [InlineData(1, 0)]
    public void Reach_counts_who_has_at_least_that_much(double threshold, int users) => Assert.Equal(users, Hundred.ReachAbove(threshold));

    [Fact]
    public void An_interval_includes_its_bounds() => Assert.Equal(11, Hundred.ReachBetween(0.2, 0.3));

    [Fact]
    public void Points_go_from_everybody_down()
    {
        IReadOnlyList<ReachPoint> points = Hundred.Points(4);
        Assert.Equal([new ReachPoint(0, 100), new(0.25, 75), new(0.5, 50), new(0.75, 25), new(1, 0)], points);
    }

    [Fact]
    public void The_suggestion_is_the_best_fifth_without_the_very_top()
    {
        (double from, double to) = Hundred.SuggestInterval();
        Assert.Equal((0.8, 0.99), (from, to));
    }

    [Fact]
    public void Equal_scores_are_an_interval_too()
    {
        var equal = new ReachCurve([0.4, 0.4, 0.4]);
        (double from, double to) = equal.SuggestInterval();
        Assert.Equal(3, equal.ReachBetween(from, to));
    }

    [Fact]
    public void No_scores_are_no_curve() => Assert.Throws<ArgumentException>(() => new ReachCurve([]));
}
