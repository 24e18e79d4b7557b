using System.Diagnostics;
using Aep.Sdk;
using Propensity.Report;
using Propensity.Steps;
using Propensity.Workflow;

namespace EndToEnd;

/// <summary>Runs the seven steps, holds their numbers against each other, and writes the reports.</summary>
public static class WholeWorkflow
{
    /// <summary>The exit code of a run whose numbers do not agree.</summary>
    public const int NotReconciled = 2;

    private delegate Task Step(AepClient aep, WorkflowContext context, CancellationToken cancellationToken);

    private static readonly (string Title, string Name, Step Run)[] Steps =
    [
        (GenerateSyntheticData.Title, nameof(GenerateSyntheticData), GenerateSyntheticData.RunAsync),
        (ExploreAndFeaturize.Title, nameof(ExploreAndFeaturize), ExploreAndFeaturize.RunAsync),
        (ExportTrainingData.Title, nameof(ExportTrainingData), ExportTrainingData.RunAsync),
        (TrainModel.Title, nameof(TrainModel), TrainModel.RunAsync),
        (ScoreProfiles.Title, nameof(ScoreProfiles), ScoreProfiles.RunAsync),
        (IngestScores.Title, nameof(IngestScores), IngestScores.RunAsync),
        (ActivateAudience.Title, nameof(ActivateAudience), ActivateAudience.RunAsync),
    ];

    public static async Task<int> RunAsync(AepClient aep, WorkflowContext context, CancellationToken cancellationToken)
    {
        foreach ((string title, string name, Step run) in Steps)
        {
            context.Console.Head(title);
            var watch = Stopwatch.StartNew();
            await run(aep, context, cancellationToken);
            context.Results.StepSeconds[name] = watch.Elapsed.TotalSeconds;
        }

        IReadOnlyList<Check> checks = Reconciliation.Of(context.Results);
        context.Console.Head("Reconciliation");
        foreach (Check check in checks)
            context.Console.Say($"  {(check.Agrees ? "ok" : "!!")} {check}");

        string json =
            Path.Combine(context.Options.OutputFolder, "report.json"), html = Path.Combine(context.Options.OutputFolder, "report.html");
        await ReportJson.WriteAsync(json, context.Results, checks, cancellationToken);
        await HtmlReport.WriteAsync(html, context.Results, checks, cancellationToken);
        bool reconciled = checks.All(check => check.Agrees);
        context.Console.Head(
            reconciled ? $"Reconciled. Report: {html} and {json}" : $"NOT RECONCILED: see the lines with !! above. Report: {html} and {json}");
        return reconciled ? 0 : NotReconciled;
    }
}
