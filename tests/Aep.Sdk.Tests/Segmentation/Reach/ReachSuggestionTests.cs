using Aep.Sdk.Segmentation;
using Aep.Sdk.TestSupport;
using CsCheck;

namespace Aep.Sdk.Tests.Segmentation.Reach;

public sealed class ReachSuggestionTests
{
    private static readonly ScoreRange Hundredths = new(0, 1, 2);
    private static readonly double[] Thresholds = [.. Enumerable.Range(0, 101).Select(units => units / 100.0)];
    private static readonly Gen<double> Score = Gen.OneOf(Gen.Double[0, 1], Gen.Int[0, 100].Select(units => units / 100.0));
    private static readonly Gen<LabelledScore> Labelled = Score.Select(Gen.Bool, (score, positive) => new LabelledScore(score, positive));

    [Fact]
    public void The_best_f1_is_the_best_of_all_thresholds() =>
        Labelled.Array[1, 60].Where(scores => scores.Any(score => score.IsPositive)).ForAll(scores =>
    {
        ReachSuggestion best = ReachCurve.From(scores, Hundredths).Suggestions.BestF1();
        double F1(double threshold)
        {
            int right = scores.Count(score => score.Score >= threshold && score.IsPositive),
                wrong = scores.Count(score => score.Score >= threshold && !score.IsPositive);
            return 2.0 * right / (2 * right + wrong + scores.Count(score => score.Score < threshold && score.IsPositive));
        }
        Assert.Equal(Thresholds.Max(F1), F1(best.From), 12);
        Assert.Equal(F1(best.From), best.F1 ?? 0, 12);
        Assert.Equal(scores.Count(score => score.Score >= best.From), best.Reach);
    });

    [Fact]
    public void A_budget_is_used_as_far_as_it_goes() => Score.Array[1, 60].Select(Gen.Int[0, 70]).ForAll((scores, budget) =>
    {
        ReachCurve curve = ReachCurve.From(scores, Hundredths);
        double[] within = [.. Thresholds.Where(threshold => scores.Count(score => score >= threshold) <= budget)];
        if (within.Length == 0) Assert.Throws<ArgumentOutOfRangeException>(() => curve.Suggestions.Budget(budget));
        else Assert.Equal(within[0], curve.Suggestions.Budget(budget).From);
    });

    [Fact]
    public void The_knee_is_where_the_curve_bends()
    {
        // Nine in ten have a score up to 0.1, the others are spread above.
        double[] scores = [.. Enumerable.Range(0, 900).Select(i => i / 9_000.0), .. Enumerable.Range(0, 100).Select(i => 0.1 + i / 111.2)];
        ReachSuggestion knee = ReachCurve.From(scores, Hundredths).Suggestions.Knee();
        Assert.Equal(0.1, knee.From);
        Assert.Equal(100, knee.Reach);
        Assert.Null(knee.F1);
    }

    [Fact]
    public void Percentiles_give_the_best_fifth_without_the_very_top()
    {
        double[] scores = [.. Enumerable.Range(0, 100).Select(score => score / 100.0)];
        ReachSuggestion fifth = ReachCurve.From(scores, Hundredths).Suggestions.BetweenPercentiles(80, 99);
        Assert.Equal((0.8, 0.98, 19), (fifth.From, fifth.To!.Value, fifth.Reach));
    }

    [Fact]
    public void Equal_scores_are_an_interval_too() => Gen.Int[0, 100].Select(Gen.Int[1, 9]).ForAll((units, count) =>
    {
        ReachCurve equal = ReachCurve.From(Enumerable.Repeat(units / 100.0, count), Hundredths);
        ReachSuggestion between = equal.Suggestions.BetweenPercentiles(80, 99);
        Assert.Equal((units / 100.0, units / 100.0, count), (between.From, between.To!.Value, between.Reach));
        Assert.Equal(count, equal.Suggestions.Knee().Reach);
    });

    [Fact]
    public void A_suggestion_is_a_rule()
    {
        Assert.Equal("_acme.propensity >= 0.2", new ReachSuggestion("", 0.2, null, 7).ToRule("_acme.propensity").ToString());
        SegmentExpression both = new ReachSuggestion("", 0.2, 0.93, 7).ToRule("_acme.propensity").ToExpression();
        Assert.Equal("_acme.propensity >= 0.2 and _acme.propensity <= 0.93", both.Value);
        Assert.Throws<PqlSyntaxException>(() => new ReachSuggestion("", 0.2, null, 7).ToRule("1 = 1 or x"));
    }

    [Fact]
    public void Without_labels_there_is_no_f1()
    {
        Assert.Contains("labels", Assert.Throws<InvalidOperationException>(() => ReachCurve.From([0.5]).Suggestions.BestF1()).Message);
        Assert.Throws<InvalidOperationException>(() => ReachCurve.From([new LabelledScore(0.5, false)]).Suggestions.BestF1());
    }
}
