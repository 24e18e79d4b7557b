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
        using LandingZoneContainer container = await LandingZoneContainer.OpenAsync(aep, LandingZoneType.Destination, context.LandingZone, cancellationToken);
        ExportFolder folder = await TrainingExport.FindAsync(container, context, cancellationToken);
        List<TrainingRow> rows = await TrainingExport.ReadAsync(container, folder, cancellationToken).ToListAsync(cancellationToken);

        TrainingOutcome outcome = await context.Console.TrackAsync(
            $"models on {rows.Count} rows", _ => Task.Run(() => Trainer.Train(rows), cancellationToken));
        context.Console.Say($"  {outcome.TrainingRows} users to learn from, {outcome.HeldOutRows} held out, {outcome.PositiveRate:P1} have subscribed");
        foreach (string note in outcome.Notes)
            context.Console.Say($"  {note}");
        foreach (ModelEvaluation model in outcome.Evaluations)
        {
            context.Console.Say(
                $"    {model.Model,-20} AUC {model.Auc:0.000}  accuracy {model.Accuracy:0.000}  "
                + $"TP {model.Confusion.TruePositives}  FP {model.Confusion.FalsePositives}  TN {model.Confusion.TrueNegatives}  FN {model.Confusion.FalseNegatives}");
        }
        context.Console.Say($"  NOTE {LeakageNote.Text}");
        context.Console.Say($"  most important: {string.Join(", ", outcome.Evaluations[0].Importance.Take(3).Select(feature => feature.Feature))}");

        var registry = new ModelRegistry(context.ModelsFolder, context.Cloud("model_name"));
        int version = await registry.SaveAsync(outcome, cancellationToken);
        context.Console.Say($"  saved as version {version}, with the alias Champion");
        context.Results.Trained = new TrainedModel(
            outcome.Evaluations, version, outcome.TrainingRows, outcome.HeldOutRows, outcome.PositiveRate, outcome.Notes);
    }
}
