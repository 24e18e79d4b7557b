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
        // The version that step 4 has made the champion.
        (int version, Scorer scorer) = new ModelRegistry(context.ModelsFolder, context.Cloud("model_name")).LoadChampion();

        // The rows are streamed from the landing zone through the model into a file: the number of users does not matter to the memory.
        using LandingZoneContainer zone = await context.OpenExportsAsync(aep, cancellationToken);
        IAsyncEnumerable<UserScore> scores = scorer.ScoreAsync(await TrainingExport.OpenAsync(aep, zone, context, cancellationToken));

        // On the way, the scores of those users whom the model has not learned from go into a second file: step 7 judges thresholds by
        // them.
        await using HeldOutFile heldOut = await HeldOutFile.CreateAsync(context.HeldOutFile);
        long count = await context.Console.TrackAsync(
            $"scores by version {version}", _ => ScoresFile.WriteAsync(context.ScoresFile, heldOut.TapAsync(scores), cancellationToken));
        context.Console.Say($"  {count} scores in {context.ScoresFile}; what the held-out users did is in {context.HeldOutFile}");
        context.Results.Scored = new ScoredProfiles(count, version);
    }
}
