using System.Text.Json.Nodes;
using Aep.Sdk;
using Aep.Sdk.Datasets;
using Aep.Sdk.Ingestion;
using Aep.Sdk.Schemas;
using Propensity.Events;
using Propensity.Report;
using Propensity.Workflow;

namespace Propensity.Steps;

/// <summary>Step 1: schemas and datasets for events and profiles, and ten weeks of simulated events in them.</summary>
public static class GenerateSyntheticData
{
    public const string Title = "Step 1: generate synthetic data";

    private static readonly ProfileDataset Events = new(
        WorkflowNames.EventFields, new Dictionary<string, string>(), XdmClasses.ExperienceEvent,
        [XdmFieldGroups.DirectMarketing, XdmFieldGroups.Web], WorkflowNames.EventSchema, WorkflowNames.EventDataset);

    private static readonly ProfileDataset Profiles = new(
        WorkflowNames.ProfileFields, new Dictionary<string, string>(), XdmClasses.IndividualProfile,
        [], WorkflowNames.ProfileSchema, WorkflowNames.ProfileDataset);

    public static async Task RunAsync(AepClient aep, WorkflowContext context, CancellationToken cancellationToken)
    {
        // An organisation's own XDM fields live below _{tenant id}.
        string tenantId = await aep.Schemas.GetTenantIdAsync(cancellationToken);
        context.Console.Say($"  tenant id    {tenantId}");

        (FieldGroup fieldGroup, Schema eventSchema, Dataset eventDataset) = await Events.GetOrCreateAsync(aep, context, tenantId, cancellationToken);
        (_, Schema profileSchema, Dataset profileDataset) = await Profiles.GetOrCreateAsync(aep, context, tenantId, cancellationToken);
        context.Config.Set("Synthetic", "fieldgroup_id", fieldGroup.Id);
        context.Config.Set("Synthetic", "events_schema", eventSchema.Id);
        context.Config.Set("Synthetic", "events_dataset", eventDataset.Id);
        context.Config.Set("Synthetic", "profile_schema", profileSchema.Id);
        context.Config.Set("Synthetic", "profile_dataset", profileDataset.Id);
        await context.Config.SaveAsync(cancellationToken);

        // The simulation is the same whenever it runs, so it is run again rather than held in memory.
        IEnumerable<JsonObject> events = new XdmEvents(tenantId).Create(context.Simulation);
        long expected = events.LongCount();
        long stored = await CountStoredAsync(aep, eventDataset.Id, cancellationToken);
        int batches = 0;
        if (stored == 0)
            batches = await IngestAsync(aep, context, eventDataset.Id, events, expected, cancellationToken);
        else if (stored == expected)
            context.Console.Say($"  The dataset holds the {stored} events already: nothing to send.");
        else
            throw new WorkflowException(
                $"The dataset {eventDataset.Name} ({eventDataset.Id}) holds {stored} events, "
                + $"but --users {context.Options.Users} --seed {context.Options.Seed} makes {expected}. Use the --users and --seed of the first run, "
                + "or delete the dataset, or use another sandbox (on the local platform: another --out or --data folder).");

        if (context.Options.EventsFile is { } file)
            await EventsFile.WriteAsync(file, events, cancellationToken);
        context.Results.Generated = new GeneratedData(tenantId, context.Options.Users, expected, batches);
    }

    private static async Task<int> IngestAsync(
        AepClient aep, WorkflowContext context, string datasetId, IEnumerable<JsonObject> events, long count, CancellationToken cancellationToken)
    {
        // Several batches, also of a small run: each is loaded and promoted by itself.
        int batchSize = Math.Clamp((int)(count / 8), 1_000, 50_000);
        IngestionResult result = await context.Console.TrackAsync($"{count} events of {context.Options.Users} users", progress =>
            aep.Ingestion.IngestAsync(
                datasetId, events.ToAsyncEnumerable(), EventsJson.Default.JsonObject,
                new IngestionOptions { RecordsPerBatch = batchSize, Progress = new IngestionShare(progress, count, batchSize) }, cancellationToken));
        context.Console.Say($"  {result.Records} events in {result.BatchIds.Count} batches, each with the state success");
        return result.BatchIds.Count;
    }

    private static async Task<long> CountStoredAsync(AepClient aep, string datasetId, CancellationToken cancellationToken)
    {
        long stored = 0;
        await foreach (Batch batch in aep.Datasets.Batches.ListAsync(datasetId, BatchStatus.Success).WithCancellation(cancellationToken))
            stored += batch.Metrics?.OutputRecordCount ?? 0;
        return stored;
    }
}
