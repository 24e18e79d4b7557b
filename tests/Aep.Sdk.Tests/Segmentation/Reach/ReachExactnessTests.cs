using Aep.Sdk.Segmentation;
using Aep.Sdk.TestSupport;
using CsCheck;

namespace Aep.Sdk.Tests.Segmentation.Reach;

/// <summary>The curve and its suggestions against comparing every score, over a thousand sets of scores.</summary>
public sealed class ReachExactnessTests
{
    private static readonly ScoreRange Hundredths = new(0, 1, 2);
    private static readonly double[] Thresholds = [.. Enumerable.Range(0, 101).Select(units => units / 100.0)];

    // Few values, so that many scores are equal; their neighbours; scores of a model. Of one class, of the other, or of both.
    private static readonly Gen<LabelledScore[]> Scores =
        from tied in Gen.Bool
        from positives in Gen.Int[0, 2].Select(halves => halves / 2.0)
        from scores in (tied ? Gen.Int[0, 4].Select(units => units / 4.0) : Near).Select(Gen.Double[0, 1]).Array[1, 80]
        select scores.Select(score => new LabelledScore(score.Item1, score.Item2 < positives)).ToArray();

    private static Gen<double> Near => Gen.OneOf(
        Gen.Double[0, 1], Gen.Int[1, 99].Select(units => Math.BitIncrement(units / 100.0)),
        Gen.Int[1, 99].Select(units => Math.BitDecrement(units / 100.0)));

    [Fact]
    public void Every_threshold_and_suggestion_is_exact() => Scores.ForAll(scores =>
    {
        ReachCurve curve = ReachCurve.From(scores, Hundredths);
        long Above(double threshold) => scores.Count(score => score.Score >= threshold);
        foreach (double threshold in Thresholds)
        {
            Assert.Equal(Above(threshold), curve.ReachAbove(threshold));
            Assert.Equal(scores.Length - Above(threshold), curve.ReachBelow(threshold));
            Assert.Equal(scores.Count(score => score.Score >= threshold && score.Score <= 0.75),
                threshold <= 0.75 ? curve.ReachBetween(threshold, 0.75) : 0);
        }

        Assert.Equal(scores.Count(score => score.IsPositive), curve.PositiveCount);
        foreach (ReachSuggestion suggestion in Suggestions(curve, scores)) Check(suggestion, scores);
    }, iter: 1_000);

    [Fact]
    public void A_set_with_a_score_that_is_no_number_makes_no_curve() => Scores.Select(Gen.Int[0, 80]).ForAll((scores, place) =>
    {
        LabelledScore[] broken = [.. scores];
        broken[place % broken.Length] = new LabelledScore(double.NaN, true);
        Assert.Throws<ArgumentOutOfRangeException>(() => ReachCurve.From(broken, Hundredths));
    });

    [Fact]
    public void Nothing_makes_no_curve() =>
        Assert.Throws<InvalidOperationException>(() => ReachCurve.From(Array.Empty<LabelledScore>(), Hundredths));

    private static IEnumerable<ReachSuggestion> Suggestions(ReachCurve curve, LabelledScore[] scores)
    {
        if (scores.Any(score => score.IsPositive)) yield return curve.Suggestions.BestF1();
        else Assert.Throws<InvalidOperationException>(() => curve.Suggestions.BestF1());
        if (scores.Count(score => score.Score >= 1) <= 10) yield return curve.Suggestions.Budget(10);
        yield return curve.Suggestions.Knee();
        yield return curve.Suggestions.BetweenPercentiles(50, 90);
    }

    private static void Check(ReachSuggestion suggestion, LabelledScore[] scores)
    {
        LabelledScore[] within = [.. scores.Where(score => score.Score >= suggestion.From && !(score.Score > suggestion.To))];
        double right = within.Count(score => score.IsPositive), all = scores.Count(score => score.IsPositive);
        Assert.Equal(within.Length, suggestion.Reach);
        Assert.Equal(within.Length == 0 ? null : right / within.Length, suggestion.Precision);
        Assert.Equal(all == 0 ? null : right / all, suggestion.Recall);
    }
}
