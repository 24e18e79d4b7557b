using System.Globalization;
using Aep.Sdk;
using Aep.Sdk.Datasets;
using Aep.Sdk.Flows;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Mappings;
using Aep.Sdk.Schemas;
using Aep.Sdk.Segmentation;
using Propensity.Report;
using Propensity.Training;
using Propensity.Workflow;

namespace Propensity.Steps;

/// <summary>Step 6: bring the scores into Real-Time Customer Profile, through a dataflow that reads files of the Data Landing Zone.</summary>
public static class IngestScores
{
    public const string Title = "Step 6: ingest the scores";

    private static readonly ProfileDataset Scores = new(
        WorkflowNames.ScoreFields, new Dictionary<string, string> { [WorkflowNames.PropensityField] = "number" }, XdmClasses.IndividualProfile,
        [], WorkflowNames.ScoreSchema, WorkflowNames.ScoreDataset);

    public static async Task RunAsync(AepClient aep, WorkflowContext context, CancellationToken cancellationToken)
    {
        long count = ScoresFile.Read(context.ScoresFile).LongCount();
        string tenantId = await aep.Schemas.GetTenantIdAsync(cancellationToken);
        (_, Schema schema, Dataset dataset) = await Scores.GetOrCreateAsync(aep, context, tenantId, cancellationToken);

        using LandingZoneContainer container = await LandingZoneContainer.OpenAsync(aep, LandingZoneType.UserDropZone, cancellationToken);
        string path = $"{context.Cloud("import_path").Trim('/')}/{dataset.Id}";
        string flowId = await GetOrCreateFlowAsync(aep, container, path, schema, dataset, tenantId, cancellationToken);
        context.Results.Resources.Add(new CreatedResource("dataflow", WorkflowNames.ScoreFlow, flowId));
        context.Config.Set("Platform", "scoring_dataset_id", dataset.Id);
        context.Config.Set("Platform", "dataflow_id", flowId);
        await context.Config.SaveAsync(cancellationToken);

        // The dataflow takes new files at its next run: one that was not there before, and that has found something.
        List<string> earlier = await aep.Flows.Runs.ListAsync(flowId).Select(run => run.Id).ToListAsync(cancellationToken);
        string time = DateTime.UtcNow.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
        string file = $"{path}/exportTime={time}/scores.csv";
        await using (FileStream scores = File.OpenRead(context.ScoresFile))
            await container.UploadAsync(file, scores, cancellationToken);
        context.Console.Say($"  file         {file}");

        FlowRun run = await context.Console.TrackAsync($"dataflow run with {count} scores", progress =>
            aep.Flows.WaitForRunAsync(
                flowId, new FlowRunSelection { ExceptRunIds = earlier, Where = run => run.Metrics.RecordSummary.InputRecordCount > 0 }, progress, cancellationToken));
        long records = run.Metrics.RecordSummary.OutputRecordCount ?? 0;
        context.Console.Say($"  run          {run.Id}: {records} records");

        long carrying = await CountProfilesAsync(aep, tenantId, cancellationToken);
        context.Console.Say($"  {carrying} profiles carry a propensity");
        context.Results.Ingested = new IngestedScores(dataset.Id, run.Id, records, carrying);
    }

    private static async Task<string> GetOrCreateFlowAsync(
        AepClient aep, LandingZoneContainer container, string path, Schema schema, Dataset dataset, string tenantId, CancellationToken cancellationToken)
    {
        string name = $"{WorkflowNames.ScoreFlow} ({dataset.Id})";
        if (await aep.Flows.FindByNameAsync(name, cancellationToken) is { } existing)
            return existing.Id;

        MappingSet mappings = await aep.Mappings.CreateAsync(
            MappingSetDefinition.ForSchema(schema.Id)
                .Attribute(ScoresFile.UserIdColumn, $"_{tenantId}.{WorkflowNames.UserIdField}")
                .Attribute(ScoresFile.PredictionColumn, $"_{tenantId}.{WorkflowNames.PropensityField}"),
            cancellationToken);
        return await aep.Flows.Sources.GetOrCreateLandingZoneSourceAsync(
            new LandingZoneSourceDefinition(name)
            {
                Path = $"{container.Credentials.Root}/{path}",
                DatasetId = dataset.Id,
                SchemaId = schema.Id,
                MappingSetId = mappings.Id,
            },
            cancellationToken);
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
