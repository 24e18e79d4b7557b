using Aep.Sdk;
using Aep.Sdk.Datasets;
using Aep.Sdk.Flows;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Mappings;
using Aep.Sdk.Schemas;
using Aep.Sdk.Segmentation;
using Propensity.Events;
using Propensity.Report;
using Propensity.Training;
using Propensity.Workflow;

namespace Propensity.Steps;

/// <summary>
/// Step 6: bring the scores into Real-Time Customer Profile, through a dataflow that reads files of the Data Landing Zone.
/// </summary>
public static class IngestScores
{
    public const string Title = "Step 6: ingest the scores";

    public static async Task RunAsync(AepClient aep, WorkflowContext context, CancellationToken cancellationToken)
    {
        long count = ScoresFile.Read(context.ScoresFile).LongCount();
        string tenantId = await aep.Schemas.GetTenantIdAsync(cancellationToken);

        // A schema and a dataset for what the model says of a customer, made as in step 1. The user id is the same identity as that of
        // the events: by it the propensity becomes a part of the profile that the events belong to.
        AppliedSchema scored = await aep.Schemas.ApplyAsync(
            XdmSchema.From(EventsJson.Default.ScoredCustomer, WorkflowNames.ScoreSchema, XdmClasses.IndividualProfile) with
            {
                ProfileEnabled = true,
            },
            cancellationToken);
        Dataset dataset = await aep.Datasets.GetOrCreateAsync(
            new DatasetDefinition(WorkflowNames.ScoreDataset, scored.Schema.Id) { ProfileEnabled = true }, cancellationToken);
        context.Made(scored);
        context.Made("dataset", dataset.Name, dataset.Id);

        // Which column of the file becomes which field.
        MappingSetDefinition mapping = MappingSetDefinition.ForSchema(scored.Schema.Id)
            .Map(ScoresFile.UserIdColumn).To($"_{tenantId}.userid")
            .Map(ScoresFile.PredictionColumn).To($"_{tenantId}.propensity");
        var scores = new LandingZoneIngestion(
            $"{WorkflowNames.ScoreFlow} ({dataset.Id})", $"{context.Cloud("import_path")}/{dataset.Id}", dataset.Id, mapping);

        // One call: mapping set, connections and dataflow, or those of an earlier run; then the file goes to the landing zone, and the
        // run that takes it is waited for. On the real platform the dataflow looks for files every 15 minutes.
        FlowRun run = await context.Console.TrackAsync($"dataflow run with {count} scores", progress =>
            aep.IngestFileAsync(scores, context.ScoresFile, context.LandingZone, progress, cancellationToken));
        context.Made("dataflow", WorkflowNames.ScoreFlow, run.FlowId!);
        await context.RememberAsync("Platform", cancellationToken, ("scoring_dataset_id", dataset.Id), ("dataflow_id", run.FlowId!));
        long records = run.Metrics.RecordSummary.OutputRecordCount ?? 0;
        context.Console.Say($"  run          {run.Id}: {records} records");

        // Not what was sent, but what has arrived: a segment job counts every profile that has a propensity. (An estimate would look at a
        // sample only.)
        Segment carriers = await aep.Segmentation.GetOrCreateAsync(
            new SegmentDefinition(WorkflowNames.ScoredAudience, Pql.Text($"_{tenantId}.propensity >= 0")), cancellationToken);
        SegmentJobOperation job = await aep.Segmentation.EvaluateAsync(carriers.Id, cancellationToken);
        SegmentJobResult counted = await job.WaitForCompletionAsync(cancellationToken: cancellationToken);
        context.Console.Say($"  {counted.QualifiedProfiles} profiles carry a propensity");
        context.Results.Ingested = new IngestedScores(dataset.Id, run.Id, records, counted.QualifiedProfiles);
    }
}
