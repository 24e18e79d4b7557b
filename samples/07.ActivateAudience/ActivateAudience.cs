using Aep.Sdk;
using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.Governance;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Segmentation;
using Propensity.Report;
using Propensity.Training;
using Propensity.Workflow;

namespace Propensity.Steps;

/// <summary>Step 7: choose an interval of propensity, make it an audience, ask the policies, and send the audience to files.</summary>
public static class ActivateAudience
{
    public const string Title = "Step 7: create and activate the audience";

    // Experience Platform lets an hour pass between the first activation of an audience and its first ad-hoc run.
    private static readonly TimeSpan ReadyTimeout = TimeSpan.FromMinutes(90);

    public static async Task RunAsync(AepClient aep, WorkflowContext context, CancellationToken cancellationToken)
    {
        // Without the scores of step 6 there would be an audience of nobody.
        Dataset scores = await context.DatasetOfAsync(
            aep, "Platform", "scoring_dataset_id", "step 6 (06.IngestScores)", cancellationToken);
        string tenantId = await aep.Schemas.GetTenantIdAsync(cancellationToken);
        string propensity = $"_{tenantId}.propensity", userId = $"_{tenantId}.userid";

        // The higher the bar, the fewer users it lets through. The scores are read one by one, however many they are.
        context.Console.Ask("How many users does a threshold reach?");
        var reach = ReachCurve.From(ScoresFile.Read(context.ScoresFile).Select(score => score.Prediction));
        IReadOnlyList<ReachPoint> curve = reach.GetPoints(20);
        context.Console.Table(curve.Where((point, step) => point.Reach > 0 && step % 2 == 0)
            .Select(point => new { AtLeast = point.Threshold, Users = point.Reach, Share = $"{(double)point.Reach / reach.Count:P1}" }));

        // Intervals worth considering, judged by the held-out users. The first is taken: the best fifth, without the very top, who
        // subscribe anyway.
        context.Console.Ask("Which interval?");
        IReadOnlyList<ReachSuggestion> choices = IntervalChoice.Of(reach, HeldOutFile.ReadCurve(context.HeldOutFile));
        context.Console.Table(choices.Select(choice =>
            new { choice.Reason, Rule = $"{choice.ToRule(propensity)}", Users = choice.Reach, choice.F1 }));

        context.Console.Ask("The audience");

        // The interval becomes the rule of a segment. The job evaluates it over all profiles and counts those who qualify.
        ReachSuggestion interval = choices[0];
        SegmentExpression rule = interval.ToRule(propensity).ToExpression();
        Segment segment = await aep.Segmentation.GetOrCreateAsync(new SegmentDefinition(WorkflowNames.Audience, rule), cancellationToken);
        context.Made("segment", WorkflowNames.Audience, segment.Id);
        SegmentJobOperation job = await aep.Segmentation.EvaluateAsync(segment.Id, cancellationToken);
        SegmentJobResult evaluated = await context.Console.TrackAsync("segment job", progress =>
            job.WaitForCompletionAsync(progress, cancellationToken));
        context.Console.Say($"  audience     {evaluated.QualifiedProfiles} profiles with {rule.Value}");

        // Before anything leaves the platform: do its policies allow what is planned, with the labels that the fields carry?
        string verdict = await CheckPoliciesAsync(aep, scores, tenantId, cancellationToken);
        context.Console.Say($"  governance   {verdict}");

        // One call: connections, dataflow and its run, or those of an earlier run. The file has a column for each of the fields.
        var files = LandingZoneActivation.Csv(
            $"{context.Cloud("export_path").Trim('/')}/audiences",
            new ActivationField(userId, "userId"), new ActivationField(propensity, "propensity")) with
        { ReadyTimeout = ReadyTimeout };
        AudienceActivation activation = await context.Console.TrackAsync("activation to a CSV file", progress =>
            aep.Destinations.ActivateAudienceAsync(segment.Id, files, progress, cancellationToken));

        // What has arrived? As many rows as profiles qualify.
        using LandingZoneContainer zone = await context.OpenExportsAsync(aep, cancellationToken);
        LandingZoneFile file = await zone.FindLatestFileAsync(activation.Path, segment.Id, cancellationToken)
            ?? throw new WorkflowException($"The activation has ended, but {activation.Path} holds no file of the segment {segment.Id}.");
        long rows = await zone.ReadAudienceAsync(file.Path, TrainingJson.Default.AudienceMember, cancellationToken: cancellationToken)
            .LongCountAsync(cancellationToken);
        context.Console.Say($"  file         {file.Path}: {rows} rows");
        context.Results.Audience = new ActivatedAudience(
            segment.Id, rule.Value!, interval, evaluated.QualifiedProfiles, rows, file.Path, curve, choices, verdict);
    }

    private static async Task<string> CheckPoliciesAsync(
        AepClient aep, Dataset scores, string tenantId, CancellationToken cancellationToken)
    {
        MarketingActionReference campaign = MarketingActionReference.Core("emailTargeting");
        GovernedEntity data = GovernedEntity.Dataset(
            scores.Id, [$"/properties/_{tenantId}/properties/userid", $"/properties/_{tenantId}/properties/propensity"]);
        PolicyEvaluation evaluation = await aep.Governance.EvaluateAsync(campaign, [data], cancellationToken: cancellationToken);
        string labels = evaluation.DuleLabels is { Count: > 0 } found ? $"labels {string.Join(", ", found)}" : "no labels";
        return evaluation.IsAllowed
            ? $"{campaign.Name} is allowed ({labels})"
            : throw new WorkflowException(
                $"{string.Join(", ", evaluation.ViolatedPolicies.Select(policy => policy.Name))} forbids {campaign.Name} with {labels} of "
                + $"the dataset {scores.Id}. Nothing was activated. Take the labels away if they are wrong, or leave the fields out.");
    }
}
