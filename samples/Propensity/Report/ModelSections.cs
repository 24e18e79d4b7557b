using System.Net;
using Propensity.Training;

namespace Propensity.Report;

/// <summary>The part of the report that step 4 fills: how good the models are, and what the better one looks at.</summary>
internal static class ModelSections
{
    public static string Of(TrainedModel trained)
    {
        ModelEvaluation champion = trained.Evaluations[0];
        return string.Concat(
            HtmlReport.Section(
                "The models",
                $"Judged on {Figures.Number(trained.HeldOutRows)} users that they had not seen; {Figures.Number(trained.TrainingRows)} were "
                + "learned from. Counts are of users, at the threshold 0.5.",
                Models(trained)),
            HtmlReport.Section(
                "ROC curves",
                "Of the held-out users: the share of subscribers that a threshold finds, over the share of others that it takes for "
                + "subscribers. The diagonal is guessing.",
                Roc(trained.Evaluations)),
            HtmlReport.Section(
                $"What {champion.Model} looks at",
                "AUC that is lost when the values of a feature are shuffled among the held-out users.",
                new BarChart([.. champion.Importance.Select(feature =>
                    new Bar(feature.Feature, feature.AucLoss, Figures.Decimal(feature.AucLoss)))]).ToHtml()));
    }

    private static string Models(TrainedModel trained)
    {
        string[] Row(string name, Func<ModelEvaluation, string> value) => [name, .. trained.Evaluations.Select(value)];
        return HtmlTable.Of(
            ["", .. trained.Evaluations.Select(model => model.Model)],
            [
                Row("Area under the ROC curve (AUC)", model => Figures.Decimal(model.Auc)),
                Row("Accuracy", model => Figures.Decimal(model.Accuracy)),
                Row("Log loss", model => Figures.Decimal(model.LogLoss)),
                Row("Subscribers found (true positives)", model => Figures.Number(model.Confusion.TruePositives)),
                Row("Subscribers missed (false negatives)", model => Figures.Number(model.Confusion.FalseNegatives)),
                Row("Others taken for subscribers (false positives)", model => Figures.Number(model.Confusion.FalsePositives)),
                Row("Others told as such (true negatives)", model => Figures.Number(model.Confusion.TrueNegatives)),
            ])
            + string.Concat(trained.Notes.Prepend(LeakageNote.Text)
                .Select(note => $"<p class=\"warning\">{WebUtility.HtmlEncode(note)}</p>"));
    }

    private static string Roc(IReadOnlyList<ModelEvaluation> models) => new LineChart("false positive rate", "true positive rate")
    {
        Lines = [.. models.Select(model => new Line(
            $"{model.Model} (AUC {Figures.Decimal(model.Auc)})",
            [.. model.Roc.Select(point => (point.FalsePositiveRate, point.TruePositiveRate))]))],
        HasDiagonal = true,
    }.ToSvg();
}
