using Aep.Sdk;
using Aep.Sdk.LandingZones;
using Propensity.Report;
using Propensity.Training;
using Propensity.Workflow;

namespace Propensity.Steps;

/// <summary>Step 4: train two models on the exported rows, judge them on users that they have not seen, keep the better one.</summary>
public static class TrainModel
{
    public const string Title = "Step 4: train the model";

    public static async Task RunAsync(AepClient aep, WorkflowContext context, CancellationToken cancellationToken)
    {
        // The rows come from the exported files, as typed records.
        using LandingZoneContainer zone = await context.OpenExportsAsync(aep, cancellationToken);
        List<TrainingRow> rows =
            await (await TrainingExport.OpenAsync(aep, zone, context, cancellationToken)).ToListAsync(cancellationToken);

        // Four fifths of the users to learn from, one fifth to judge by; who is where follows from the user's id, in every run.
        TrainingOutcome outcome = await context.Console.TrackAsync(
            $"models on {rows.Count} rows", _ => Task.Run(() => Trainer.Train(rows), cancellationToken));
        context.Console.Say(
            $"  {outcome.TrainingRows} users to learn from, {outcome.HeldOutRows} held out; {outcome.PositiveRate:P1} of all subscribed");
        foreach (string note in outcome.Notes)
            context.Console.Say($"  {note}");

        // AUC: how surely a subscriber is ranked before somebody else, from 0.5 (guessing) to 1. The counts are of held-out users, at the
        // threshold 0.5; a true positive is a subscriber who was found.
        context.Console.Ask("How well do the models tell subscribers from others?");
        context.Console.Table(outcome.Evaluations.Select(model => new
        {
            model.Model,
            model.Auc,
            model.Accuracy,
            TruePositives = model.Confusion.TruePositives,
            FalsePositives = model.Confusion.FalsePositives,
            TrueNegatives = model.Confusion.TrueNegatives,
            FalseNegatives = model.Confusion.FalseNegatives,
        }));
        context.Console.Say($"  NOTE {LeakageNote.Text}");

        // What the better model looks at: how much of its AUC is lost when the values of one feature are shuffled.
        context.Console.Ask($"What does the {outcome.Evaluations[0].Model} model look at?");
        context.Console.Table(outcome.Evaluations[0].Importance.Take(5));

        // A new version beside the earlier ones; the file Champion names the one that step 5 scores with.
        var registry = new ModelRegistry(context.ModelsFolder, context.Cloud("model_name"));
        int version = await registry.SaveAsync(outcome, cancellationToken);
        context.Console.Say($"  saved in {context.ModelsFolder} as version {version}, the champion");
        context.Results.Trained = new TrainedModel(
            outcome.Evaluations, version, outcome.TrainingRows, outcome.HeldOutRows, outcome.PositiveRate, outcome.Notes);
    }
}
