using Propensity.Simulation;
using Propensity.Training;
using Propensity.Workflow;
using Samples.Tests.Support;

namespace Samples.Tests.Training;

public sealed class TrainerTests
{
    private static readonly Lazy<TrainingOutcome> Outcome = new(() => Trainer.Train(Rows(2_000)));

    [Fact]
    public void Training_is_repeatable()
    {
        TrainingOutcome again = Trainer.Train([.. Rows(2_000).AsEnumerable().Reverse()]);
        Assert.Equal(
            Outcome.Value.Evaluations.Select(model => (model.Model, model.Auc, model.Accuracy, model.LogLoss)),
            again.Evaluations.Select(model => (model.Model, model.Auc, model.Accuracy, model.LogLoss)));
        Assert.Equal(Outcome.Value.Evaluations[0].Importance, again.Evaluations[0].Importance);
    }

    [Fact]
    public void A_signal_is_learnt_and_its_feature_is_the_important_one()
    {
        ModelEvaluation best = Outcome.Value.Evaluations[0];
        Assert.InRange(best.Auc, 0.8, 1);
        Assert.Equal("emailsClicked", best.Importance[0].Feature);
        Assert.Equal(FeatureRow.FeatureNames.Order(), best.Importance.Select(feature => feature.Feature).Order());
    }

    [Fact]
    public void Noise_is_not_learnt()
    {
        var random = new SplitMix64(5);
        TrainingRow[] rows = [.. Rows(2_000)];
        foreach (TrainingRow row in rows)
            row.Label = random.NextDouble() < 0.3;
        Assert.All(Trainer.Train(rows).Evaluations, model => Assert.InRange(model.Auc, 0.4, 0.6));
    }

    [Fact]
    public void The_numbers_of_an_evaluation_fit_together()
    {
        Assert.Equal(2_000, Outcome.Value.TrainingRows + Outcome.Value.HeldOutRows);
        Assert.InRange(Outcome.Value.HeldOutRows, 340, 460);
        Assert.All(Outcome.Value.Evaluations, model =>
        {
            ConfusionMatrix confusion = model.Confusion;
            Assert.Equal(Outcome.Value.HeldOutRows,
                confusion.TruePositives + confusion.FalsePositives + confusion.TrueNegatives + confusion.FalseNegatives);
            Assert.Equal(model.Accuracy, (double)(confusion.TruePositives + confusion.TrueNegatives) / Outcome.Value.HeldOutRows, 6);
            Assert.Equal(model.Auc, AreaUnder(model.Roc), 2);
        });
    }

    [Fact]
    public void Held_out_users_of_one_kind_are_an_error()
    {
        TrainingRow[] rows = [.. Rows(50)];
        foreach (TrainingRow row in rows)
            row.Label = false;
        Assert.Contains("--users", Assert.Throws<WorkflowException>(() => Trainer.Train(rows)).Message);
    }

    [Fact]
    public async Task Versions_are_kept_and_the_champion_is_the_last()
    {
        using var folder = new TemporaryFolder();
        var registry = new ModelRegistry(folder.Path, "model");
        Assert.Contains("step 4", Assert.Throws<WorkflowException>(() => registry.LoadChampion()).Message);
        Assert.Equal(1, await registry.SaveAsync(Outcome.Value));
        Assert.Equal(2, await registry.SaveAsync(Outcome.Value));
        Assert.Equal(["1", "2", "Champion"],
            Directory.EnumerateFileSystemEntries(Path.Combine(folder.Path, "model")).Select(Path.GetFileName).Order());

        (int version, Scorer scorer) = registry.LoadChampion();
        List<UserScore> scores = await scorer.ScoreAsync(Rows(25_000).ToAsyncEnumerable()).ToListAsync();
        Assert.Equal(2, version);
        Assert.Equal(Enumerable.Range(0, 25_000).Select(user => $"user {user}"), scores.Select(score => score.UserId));
        Assert.All(scores, score => Assert.InRange(score.Prediction, 0, 1));
    }

    // Who clicks more e-mails subscribes more often; nothing else matters.
    private static List<TrainingRow> Rows(int count)
    {
        var random = new SplitMix64(11);
        int clicks = FeatureRow.FeatureNames.ToList().IndexOf("emailsClicked");
        return [.. Enumerable.Range(0, count).Select(user =>
        {
            float[] features = [.. FeatureRow.FeatureNames.Select(_ => (float)random.Poisson(3))];
            return new TrainingRow { UserId = $"user {user}", Features = features,
                Label = random.NextDouble() < 1 / (1 + Math.Exp(6 - 2 * features[clicks])) };
        })];
    }

    private static double AreaUnder(IReadOnlyList<RocPoint> points) => points.Zip(points.Skip(1), (left, right) =>
        (right.FalsePositiveRate - left.FalsePositiveRate) * (right.TruePositiveRate + left.TruePositiveRate) / 2).Sum();
}
