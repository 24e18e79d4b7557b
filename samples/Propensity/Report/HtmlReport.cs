using System.Globalization;
using System.Net;
using System.Text;
using Propensity.Training;

namespace Propensity.Report;

/// <summary>The report for people: one file with everything in it, which opens without a network.</summary>
public static class HtmlReport
{
    public static Task WriteAsync(string path, WorkflowResults results, IReadOnlyList<Check> checks, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(path, Build(results, checks), cancellationToken);

    private static string Build(WorkflowResults results, IReadOnlyList<Check> checks)
    {
        ModelEvaluation champion = results.Trained!.Evaluations[0];
        ActivatedAudience audience = results.Audience!;
        var sections = new StringBuilder();
        sections.Append(Verdict(checks));
        sections.Append(Section("What was created", "Everything is found by its name again: a second run reuses it.", Created(results)));
        sections.Append(Section(
            "The e-mail funnel",
            $"{Number(results.Explored!.Events)} events of {Number(results.Explored.DistinctUsers)} users, counted by SQL.",
            Funnel(results.Explored)));
        sections.Append(Section(
            "What goes with subscribing",
            "Correlation of the number of a user's events with the form being filled out (Query Service, corr).",
            Correlations(results.Explored)));
        sections.Append(Section(
            "What happens together",
            "Of a row's users, how many in a hundred have the column's event too (a self-join in Query Service).",
            Together(results.Explored)));
        sections.Append(Section("The models", $"Judged on {Number(results.Trained.HeldOutRows)} users that they had not seen.", Models(results.Trained)));
        sections.Append(Section(
            "ROC curves",
            "True positive rate over false positive rate on the held-out users. The diagonal is guessing.",
            Roc(results.Trained.Evaluations)));
        sections.Append(Section(
            $"What {champion.Model} looks at", "AUC lost when a feature is shuffled among the held-out users.",
            new BarChart([.. champion.Importance.Select(feature => new Bar(feature.Feature, feature.AucLoss, Decimal(feature.AucLoss)))]).ToSvg()));
        sections.Append(Section(
            "Propensity against reach",
            string.Create(CultureInfo.InvariantCulture, $"Users with at least a given propensity. The band is the audience: {audience.Interval.From} to {audience.Interval.To}. Precision, recall and F1 are those of the held-out users."),
            Reach(audience) + Considered(audience)));
        sections.Append(Section("The audience", $"<code>{Html(audience.Rule)}</code>", Audience(audience)));
        sections.Append(Section("Time and memory", "", Times(results)));
        return HtmlPage.Of("Propensity workflow", $"Tenant {results.Generated!.TenantId}, {Number(results.Generated.Users)} simulated users", sections.ToString());
    }

    private static string Verdict(IReadOnlyList<Check> checks) => Section(
        checks.All(check => check.Agrees) ? "Reconciled" : "NOT RECONCILED",
        "Every step's number against that of the step before: nothing lost, nothing doubled.",
        Table(["", "", "", ""], checks.Select(check => (string[])
            [check.Agrees ? "✓" : "✗ differs", $"{check.Left}: {Number(check.LeftValue)}", check.Agrees ? "=" : "≠", $"{check.Right}: {Number(check.RightValue)}"])));

    private static string Created(WorkflowResults results) =>
        Table(["Kind", "Name", "Id"], results.Resources.Select(resource => (string[])[resource.Kind, resource.Name, resource.Id]));

    private static string Funnel(ExploredData explored) =>
        new BarChart([.. explored.Funnel.Select(stage =>
            new Bar(stage.EventType, stage.Events, $"{Number(stage.Events)} events, {Number(stage.Users)} users"))]).ToSvg()
        + Table(
            ["Event type", "Events"],
            explored.EventCounts.OrderByDescending(count => count.Value).Select(count => (string[])[count.Key, Number(count.Value)]));

    private static string Correlations(ExploredData explored) =>
        new BarChart([.. explored.Correlations.Select(correlation => new Bar(
            correlation.EventType, correlation.Value ?? 0, correlation.Value is { } value ? Decimal(value) : "not defined"))]).ToSvg();

    private static string Together(ExploredData explored)
    {
        Dictionary<(string, string), long> users = explored.CoOccurrences.ToDictionary(pair => (pair.First, pair.Second), pair => pair.Users);
        return new HeatMap(
            [.. explored.EventCounts.OrderByDescending(count => count.Value).Select(count => count.Key)],
            (row, column) => users.TryGetValue((row, row), out long all) ? users.GetValueOrDefault((row, column)) / (double)all : null).ToSvg();
    }

    private static string Models(TrainedModel trained) =>
        Table(
            ["Model", "AUC", "Accuracy", "Log loss", "True positives", "False positives", "True negatives", "False negatives"],
            trained.Evaluations.Select(model => (string[])
            [
                model.Model, Decimal(model.Auc), Decimal(model.Accuracy), Decimal(model.LogLoss), Number(model.Confusion.TruePositives),
                Number(model.Confusion.FalsePositives), Number(model.Confusion.TrueNegatives), Number(model.Confusion.FalseNegatives),
            ]))
        + $"<p class=\"warning\">{Html(LeakageNote.Text)}</p>"
        + string.Concat(trained.Notes.Select(note => $"<p class=\"warning\">{Html(note)}</p>"));

    private static string Roc(IReadOnlyList<ModelEvaluation> models) => new LineChart("false positive rate", "true positive rate")
    {
        Lines = [.. models.Select(model => new Line(
            $"{model.Model} (AUC {Decimal(model.Auc)})", [.. model.Roc.Select(point => (point.FalsePositiveRate, point.TruePositiveRate))]))],
        HasDiagonal = true,
    }.ToSvg();

    private static string Reach(ActivatedAudience audience) => new LineChart("propensity", "users")
    {
        Lines = [new Line("users with at least this propensity", [.. audience.Curve.Select(point => (point.Threshold, (double)point.Reach))])],
        MaxY = audience.Curve.Max(point => point.Reach),
        Band = (audience.Interval.From, audience.Interval.To ?? 1),
    }.ToSvg();

    private static string Considered(ActivatedAudience audience) => Table(
        ["", "Interval", "Users", "Precision", "Recall", "F1"],
        audience.Considered.Select(choice => (string[])
        [
            choice == audience.Interval ? $"{choice.Reason} (chosen)" : choice.Reason,
            string.Create(CultureInfo.InvariantCulture, $"{choice.From} to {choice.To ?? 1}"),
            Number(choice.Reach), Share(choice.Precision), Share(choice.Recall), Share(choice.F1),
        ]));

    private static string Share(double? share) => share is { } value ? Decimal(value) : "";

    private static string Audience(ActivatedAudience audience) => Table(["", ""],
    [
        ["Scores inside the interval", Number(audience.Expected)],
        ["Profiles that qualify (segment job)", Number(audience.Qualified)],
        ["Rows in the activated file", Number(audience.ActivatedRows)],
        ["File", audience.File],
        ["Segment", audience.SegmentId],
        ["Governance", audience.Governance],
    ]);

    private static string Times(WorkflowResults results) => Table(["Step", "Seconds"],
    [
        .. results.StepSeconds.Select(step => (string[])[step.Key, step.Value.ToString("0.0", CultureInfo.InvariantCulture)]),
        ["Peak memory (MB)", PeakMemory.Megabytes().ToString("0", CultureInfo.InvariantCulture)],
    ]);

    private static string Section(string title, string introduction, string content) =>
        $"<section><h2>{Html(title)}</h2><p>{introduction}</p>{content}</section>\n";

    private static string Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        string header = head.All(cell => cell.Length == 0) ? "" : $"<tr>{string.Concat(head.Select(cell => $"<th>{Html(cell)}</th>"))}</tr>";
        return $"<table>{header}{string.Concat(rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{Html(cell)}</td>"))}</tr>"))}</table>";
    }

    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    // The sum turns a negative zero into a zero.
    private static string Decimal(double value) => (Math.Round(value, 3) + 0.0).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
