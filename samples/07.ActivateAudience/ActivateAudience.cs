using System.Globalization;
using Aep.Sdk;
using Aep.Sdk.Destinations;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Segmentation;
using Propensity.Reach;
using Propensity.Report;
using Propensity.Training;
using Propensity.Workflow;

namespace Propensity.Steps;

/// <summary>Step 7: choose an interval of propensity, make it an audience, and send that to files.</summary>
public static class ActivateAudience
{
    public const string Title = "Step 7: create and activate the audience";

    // Experience Platform lets an hour pass between the first activation of an audience and its first ad-hoc run.
    private static readonly TimeSpan ReadyTimeout = TimeSpan.FromMinutes(90);

    public static async Task RunAsync(AepClient aep, WorkflowContext context, CancellationToken cancellationToken)
    {
        string tenantId = await aep.Schemas.GetTenantIdAsync(cancellationToken);
        var reach = new ReachCurve(ScoresFile.Read(context.ScoresFile).Select(score => score.Prediction));
        IReadOnlyList<ReachPoint> points = reach.Points(20);
        context.Console.Say("  propensity  reach");
        foreach (ReachPoint point in points.Where(point => point.Users > 0))
            context.Console.Say($"      >= {point.Threshold:0.00}  {point.Users,6} users");

        (double from, double to) = reach.SuggestInterval();
        string field = $"_{tenantId}.{WorkflowNames.PropensityField}";
        string rule = string.Create(CultureInfo.InvariantCulture, $"{field} >= {from} and {field} <= {to}");
        int expected = reach.ReachBetween(from, to);
        context.Console.Say($"  rule         {rule}: {expected} users");

        Segment segment = await aep.Segmentation.GetOrCreateAsync(new SegmentDefinition(WorkflowNames.Audience, Pql.Text(rule)), cancellationToken);
        context.Results.Resources.Add(new CreatedResource("segment", WorkflowNames.Audience, segment.Id));
        SegmentJobResult evaluated = await context.Console.TrackAsync("segment job", async progress =>
            await (await aep.Segmentation.EvaluateAsync(segment.Id, cancellationToken)).WaitForCompletionAsync(progress, cancellationToken));
        context.Console.Say($"  audience     {segment.Id}: {evaluated.QualifiedProfiles} profiles");

        AudienceActivation activation = await context.Console.TrackAsync("activation to a CSV file", progress =>
            aep.Destinations.ActivateAudienceAsync(
                segment.Id,
                LandingZoneActivation.Csv(
                    $"{context.Cloud("export_path").Trim('/')}/audiences",
                    new ActivationField($"_{tenantId}.{WorkflowNames.UserIdField}", "userId"),
                    new ActivationField(field, "propensity")) with
                { ReadyTimeout = ReadyTimeout },
                progress, cancellationToken));

        using LandingZoneContainer container = await LandingZoneContainer.OpenAsync(aep, LandingZoneType.Destination, cancellationToken);
        (string file, long rows) = await AudienceFile.CountAsync(container, activation.Path, segment.Id, cancellationToken);
        context.Console.Say($"  file         {file}: {rows} rows");
        context.Results.Audience = new ActivatedAudience(segment.Id, rule, from, to, expected, evaluated.QualifiedProfiles, rows, file, points);
    }
}
