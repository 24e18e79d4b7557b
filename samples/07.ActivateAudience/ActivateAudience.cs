using Aep.Sdk;
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
        string tenantId = await aep.Schemas.GetTenantIdAsync(cancellationToken);
        string field = $"_{tenantId}.{WorkflowNames.PropensityField}", userId = $"_{tenantId}.{WorkflowNames.UserIdField}";

        // The higher the bar, the fewer users it lets through. The scores are read one by one, however many they are.
        var reach = ReachCurve.From(ScoresFile.Read(context.ScoresFile).Select(score => score.Prediction));
        IReadOnlyList<ReachPoint> curve = reach.GetPoints(20);
        context.Console.Say("  propensity  reach");
        foreach (ReachPoint point in curve.Where(point => point.Reach > 0))
            context.Console.Say($"      >= {point.Threshold:0.00}  {point.Reach,6} users");

        IReadOnlyList<ReachSuggestion> choices = IntervalChoice.Of(reach, HeldOutFile.ReadCurve(context.HeldOutFile));
        foreach (ReachSuggestion choice in choices)
            context.Console.Say($"  {choice.Reason,-21} {choice.ToRule(field)}: {choice.Reach} users{(choice.F1 is { } f1 ? $", F1 {f1:0.000}" : "")}");

        ReachSuggestion interval = choices[0];
        SegmentExpression rule = interval.ToRule(field).ToExpression();
        Segment segment = await aep.Segmentation.GetOrCreateAsync(new SegmentDefinition(WorkflowNames.Audience, rule), cancellationToken);
        context.Results.Resources.Add(new CreatedResource("segment", WorkflowNames.Audience, segment.Id));
        SegmentJobResult evaluated = await context.Console.TrackAsync("segment job", async progress =>
            await (await aep.Segmentation.EvaluateAsync(segment.Id, cancellationToken)).WaitForCompletionAsync(progress, cancellationToken));
        context.Console.Say($"  audience     {segment.Id}: {evaluated.QualifiedProfiles} profiles with {rule.Value}");

        // Before anything leaves the platform: do its policies allow what is planned, with the labels that the fields carry?
        string verdict = await CheckPoliciesAsync(aep, context, tenantId, cancellationToken);
        context.Console.Say($"  governance   {verdict}");

        AudienceActivation activation = await context.Console.TrackAsync("activation to a CSV file", progress =>
            aep.Destinations.ActivateAudienceAsync(
                segment.Id,
                LandingZoneActivation.Csv(
                    $"{context.Cloud("export_path").Trim('/')}/audiences", new ActivationField(userId, "userId"), new ActivationField(field, "propensity")) with
                { ReadyTimeout = ReadyTimeout },
                progress, cancellationToken));

        using LandingZoneContainer container = await LandingZoneContainer.OpenAsync(aep, LandingZoneType.Destination, context.LandingZone, cancellationToken);
        (string file, long rows) = await AudienceFile.CountAsync(container, activation.Path, segment.Id, cancellationToken);
        context.Console.Say($"  file         {file}: {rows} rows");
        context.Results.Audience = new ActivatedAudience(
            segment.Id, rule.Value!, interval, evaluated.QualifiedProfiles, rows, file, curve, choices, verdict);
    }

    private static async Task<string> CheckPoliciesAsync(AepClient aep, WorkflowContext context, string tenantId, CancellationToken cancellationToken)
    {
        string datasetId = context.Config.Require("Platform", "scoring_dataset_id", "Step 6 (06.IngestScores) writes it.");
        string[] fields = [.. new[] { WorkflowNames.UserIdField, WorkflowNames.PropensityField }.Select(name => $"/properties/_{tenantId}/properties/{name}")];
        MarketingActionReference campaign = MarketingActionReference.Core("emailTargeting");
        PolicyEvaluation evaluation = await aep.Governance.EvaluateAsync(campaign, [GovernedEntity.Dataset(datasetId, fields)], cancellationToken: cancellationToken);
        string labels = evaluation.DuleLabels is { Count: > 0 } found ? $"labels {string.Join(", ", found)}" : "no labels";
        return evaluation.IsAllowed
            ? $"{campaign.Name} is allowed ({labels})"
            : throw new WorkflowException(
                $"{string.Join(", ", evaluation.ViolatedPolicies.Select(policy => policy.Name))} forbids {campaign.Name} with {labels} of the dataset {datasetId}. "
                + "Nothing was activated. Take the labels away if they are wrong, or leave the fields out.");
    }
}
