using Aep.Sdk;
using Aep.Sdk.LandingZones;
using Propensity.Report;
using Propensity.Training;
using Propensity.Workflow;

namespace Propensity.Steps;

/// <summary>Step 5: give every user the champion's probability to subscribe.</summary>
public static class ScoreProfiles
{
    public const string Title = "Step 5: score every profile";

    public static async Task RunAsync(AepClient aep, WorkflowContext context, CancellationToken cancellationToken)
    {
        (int version, Scorer scorer) = new ModelRegistry(context.ModelsFolder, context.Cloud("model_name")).LoadChampion();
        using LandingZoneContainer container = await LandingZoneContainer.OpenAsync(aep, LandingZoneType.Destination, context.LandingZone, cancellationToken);
        ExportFolder folder = await TrainingExport.FindAsync(container, context, cancellationToken);

        // Streamed from file to file: the number of users does not matter to the memory.
        IAsyncEnumerable<UserScore> scores = scorer.ScoreAsync(TrainingExport.ReadAsync(container, folder, cancellationToken));

        // Step 7 judges thresholds by the users that the model has not learned from.
        await using HeldOutFile heldOut = await HeldOutFile.CreateAsync(context.HeldOutFile);
        long count = await context.Console.TrackAsync(
            $"users by version {version}", _ => ScoresFile.WriteAsync(context.ScoresFile, heldOut.TapAsync(scores), cancellationToken));
        context.Console.Say($"  {count} scores in {context.ScoresFile}");
        context.Results.Scored = new ScoredProfiles(count, version);
    }
}
