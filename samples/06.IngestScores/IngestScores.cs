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

/// <summary>Step 6: bring the scores into Real-Time Customer Profile, through a dataflow that reads files of the Data Landing Zone.</summary>
public static class IngestScores
{
    public const string Title = "Step 6: ingest the scores";

    public static async Task RunAsync(AepClient aep, WorkflowContext context, CancellationToken cancellationToken)
    {
        long count = ScoresFile.Read(context.ScoresFile).LongCount();
        string tenantId = await aep.Schemas.GetTenantIdAsync(cancellationToken);

        // A schema and a dataset of their own for what the model says of a customer, made as those of step 1.
        AppliedSchema scored = await aep.Schemas.ApplyAsync(
            XdmSchema.From(EventsJson.Default.ScoredCustomer, WorkflowNames.ScoreSchema, XdmClasses.IndividualProfile) with { ProfileEnabled = true },
            cancellationToken);
        Dataset dataset = await aep.Datasets.GetOrCreateAsync(
            new DatasetDefinition(WorkflowNames.ScoreDataset, scored.Schema.Id) { ProfileEnabled = true }, cancellationToken);
        context.Made(scored);
        context.Made("dataset", dataset.Name, dataset.Id);

        MappingSetDefinition mapping = MappingSetDefinition.ForSchema(scored.Schema.Id)
            .Map(ScoresFile.UserIdColumn).To($"_{tenantId}.{WorkflowNames.UserIdField}")
            .Map(ScoresFile.PredictionColumn).To($"_{tenantId}.{WorkflowNames.PropensityField}");
        var scores = new LandingZoneIngestion($"{WorkflowNames.ScoreFlow} ({dataset.Id})", $"{context.Cloud("import_path")}/{dataset.Id}", dataset.Id, mapping);

        // One call: mapping set, connections and dataflow, or those of an earlier run; then the file, and the wait for the run that takes it.
        FlowRun run = await context.Console.TrackAsync($"dataflow run with {count} scores", progress =>
            aep.IngestFileAsync(scores, context.ScoresFile, context.LandingZone, progress, cancellationToken));
        context.Results.Resources.Add(new CreatedResource("dataflow", WorkflowNames.ScoreFlow, run.FlowId!));
        context.Config.Set("Platform", "scoring_dataset_id", dataset.Id);
        context.Config.Set("Platform", "dataflow_id", run.FlowId!);
        await context.Config.SaveAsync(cancellationToken);

        long records = run.Metrics.RecordSummary.OutputRecordCount ?? 0;
        context.Console.Say($"  run          {run.Id}: {records} records");

        long carrying = await CountProfilesAsync(aep, tenantId, cancellationToken);
        context.Console.Say($"  {carrying} profiles carry a propensity");
        context.Results.Ingested = new IngestedScores(dataset.Id, run.Id, records, carrying);
    }

    // A segment job counts every profile; an estimate would look at a sample only.
    private static async Task<long> CountProfilesAsync(AepClient aep, string tenantId, CancellationToken cancellationToken)
    {
        Segment scored = await aep.Segmentation.GetOrCreateAsync(
            new SegmentDefinition(WorkflowNames.ScoredAudience, Pql.Text($"_{tenantId}.{WorkflowNames.PropensityField} >= 0")), cancellationToken);
        SegmentJobOperation job = await aep.Segmentation.EvaluateAsync(scored.Id, cancellationToken);
        return (await job.WaitForCompletionAsync(cancellationToken: cancellationToken)).QualifiedProfiles;
    }
}
