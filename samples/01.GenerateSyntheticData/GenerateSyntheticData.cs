using System.Text.Json.Serialization.Metadata;
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

    public static async Task RunAsync(AepClient aep, WorkflowContext context, CancellationToken cancellationToken)
    {
        // An organisation's own fields live in an object that is named after it: _{tenant id}.
        string tenantId = await aep.Schemas.GetTenantIdAsync(cancellationToken);
        context.Console.Say($"  tenant id    {tenantId}");

        // The C# record that an event is written from describes its schema, too: titles, the primary identity, the types. Adobe's field
        // groups bring the fields for e-mails and pages. Profile-enabled: what is ingested later becomes part of real-time customer
        // profiles.
        AppliedSchema events = await aep.Schemas.ApplyAsync(
            XdmSchema.From(EventsJson.Default.CustomerEvent, WorkflowNames.EventSchema, XdmClasses.ExperienceEvent) with
            {
                FieldGroupIds = [XdmFieldGroups.DirectMarketing, XdmFieldGroups.Web],
                ProfileEnabled = true,
            },
            cancellationToken);
        context.Made(events);

        // Profiles have a class of their own. For now all that is known of a customer is the id.
        AppliedSchema profiles = await aep.Schemas.ApplyAsync(
            XdmSchema.From(EventsJson.Default.Customer, WorkflowNames.ProfileSchema, XdmClasses.IndividualProfile) with
            {
                ProfileEnabled = true,
            },
            cancellationToken);
        context.Made(profiles);

        // A dataset holds rows of one schema. ProfileEnabled feeds them to Real-Time Customer Profile, and their identities to Identity
        // Service.
        Dataset eventDataset = await aep.Datasets.GetOrCreateAsync(
            new DatasetDefinition(WorkflowNames.EventDataset, events.Schema.Id) { ProfileEnabled = true }, cancellationToken);
        Dataset profileDataset = await aep.Datasets.GetOrCreateAsync(
            new DatasetDefinition(WorkflowNames.ProfileDataset, profiles.Schema.Id) { ProfileEnabled = true }, cancellationToken);
        context.Made("dataset", eventDataset.Name, eventDataset.Id);
        context.Made("dataset", profileDataset.Name, profileDataset.Id);
        await context.RememberAsync(
            "Synthetic", cancellationToken, ("fieldgroup_id", events.FieldGroup.Id), ("events_schema", events.Schema.Id),
            ("events_dataset", eventDataset.Id), ("profile_schema", profiles.Schema.Id), ("profile_dataset", profileDataset.Id));

        // The events are made while they are sent: nothing holds all of them, and the same seed makes the same ones again.
        IEnumerable<CustomerEvent> simulated = SyntheticEvents.Of(context.Simulation);
        JsonTypeInfo<CustomerEvent> eventType = EventsJson.Default.CustomerEvent.ForTenant(tenantId);
        long count = simulated.LongCount();
        int batches = await IngestAsync(aep, context, eventDataset, simulated, eventType, count, cancellationToken);

        if (context.Options.EventsFile is { } file)
            await EventsFile.WriteAsync(file, simulated, eventType, cancellationToken);
        context.Results.Generated = new GeneratedData(tenantId, context.Options.Users, count, batches);
    }

    private static async Task<int> IngestAsync(
        AepClient aep, WorkflowContext context, Dataset dataset, IEnumerable<CustomerEvent> events, JsonTypeInfo<CustomerEvent> eventType,
        long count, CancellationToken cancellationToken)
    {
        // An ingestion that breaks off leaves its journal. The next run goes on where it stopped, and sends nothing twice.
        string journal = Path.Combine(context.Options.OutputFolder, $"events-{dataset.Id}.journal");
        if (await StoredEvents.AreCompleteAsync(aep, context, dataset, count, journal, cancellationToken))
        {
            File.Delete(journal); // of a run that was stopped after its last batch
            context.Console.Say($"  The dataset holds the {count} events already: nothing to send.");
            return 0;
        }

        // Several batches, also of a small run: each is loaded by itself, and is in the dataset whole or not at all.
        int batchSize = Math.Clamp((int)(count / 8), 1_000, 50_000);
        IngestionResult result = await context.Console.TrackAsync($"{count} events of {context.Options.Users} users", progress =>
            aep.Ingestion.IngestAsync(
                dataset.Id, events.ToAsyncEnumerable(), eventType,
                new IngestionOptions
                {
                    RecordsPerBatch = batchSize,
                    JournalFile = journal,
                    Progress = new IngestionShare(progress, count, batchSize),
                },
                cancellationToken));
        File.Delete(journal);
        context.Console.Say($"  {result.Records} events in {result.BatchIds.Count} batches, each with the state success");
        return result.BatchIds.Count;
    }
}
