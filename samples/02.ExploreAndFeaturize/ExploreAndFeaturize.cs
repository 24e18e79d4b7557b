using Aep.Sdk;
using Aep.Sdk.Datasets;
using Aep.Sdk.Queries;
using Propensity.Features;
using Propensity.Report;
using Propensity.Workflow;

namespace Propensity.Steps;

/// <summary>Step 2: look at the events by SQL, then make one row of features a user.</summary>
public static class ExploreAndFeaturize
{
    public const string Title = "Step 2: explore and featurize";

    public static async Task RunAsync(AepClient aep, WorkflowContext context, CancellationToken cancellationToken)
    {
        string datasetId = context.Config.Require("Synthetic", "events_dataset", "Step 1 (01.GenerateSyntheticData) writes it.");
        Dataset events = await aep.Datasets.GetAsync(datasetId, cancellationToken);
        string tenantId = await aep.Schemas.GetTenantIdAsync(cancellationToken);

        context.Results.Explored = await new Exploration(aep, context.Console, events.TableName, tenantId).RunAsync(cancellationToken);
        context.Results.Featurized = await FeaturizeAsync(aep, context, events.TableName, tenantId, cancellationToken);
    }

    private static async Task<FeaturizedData> FeaturizeAsync(
        AepClient aep, WorkflowContext context, string eventsTable, string tenantId, CancellationToken cancellationToken)
    {
        // A snapshot is a state of a table. The query reads what came after the last one that it has read.
        Snapshot snapshot = await aep.Queries.Snapshots.GetCurrentAsync(eventsTable, cancellationToken)
            ?? throw new WorkflowException($"The table {eventsTable} has no snapshot yet. Run step 1, wait until its batches are there, and run step 2 again.");
        long current = snapshot.SnapshotId;
        Dataset? training = await aep.Datasets.FindByNameAsync(WorkflowNames.TrainingTable, cancellationToken);
        string from = training is null || training.Id != context.Config.Get("Platform", "featurized_dataset_id")
            ? "HEAD"
            : context.Config.Require(
                "Platform", "featurized_snapshot_id", "Step 2 writes it beside featurized_dataset_id: remove that key too, and the dataset, to start anew.");

        if (training is not null && from == "HEAD")
            throw new WorkflowException(
                $"The dataset {training.Name} ({training.Id}) is there already, but {context.Config.Path} does not say up to which snapshot. "
                + "Delete the dataset, or use the configuration file of the run that made it.");

        if (from == $"{current}")
            context.Console.Say("  The training dataset is up to date.");
        else
            await RunTemplateAsync(aep, context, eventsTable, tenantId, from, $"{current}", cancellationToken);

        training ??= await aep.Datasets.FindByNameAsync(WorkflowNames.TrainingTable, cancellationToken)
            ?? throw new WorkflowException(
                $"The query has ended, but the catalog has no dataset {WorkflowNames.TrainingTable}. Wait a minute and run step 2 again.");
        context.Config.Set("Platform", "featurized_dataset_id", training.Id);
        context.Config.Set("Platform", "featurized_snapshot_id", $"{current}");
        await context.Config.SaveAsync(cancellationToken);

        long rows = await aep.Queries.QueryAsync<long>($"SELECT COUNT(*) FROM {Sql.Table(training.TableName)}", cancellationToken).SingleAsync(cancellationToken);
        context.Console.Say($"  dataset      {training.Name}: {training.Id}, {rows} rows, one a user");
        context.Results.Resources.Add(new CreatedResource("dataset", training.Name, training.Id));
        return new FeaturizedData(training.Id, training.TableName, rows);
    }

    private static async Task RunTemplateAsync(
        AepClient aep, WorkflowContext context, string eventsTable, string tenantId, string from, string to, CancellationToken cancellationToken)
    {
        FeatureQuery features = FeatureSql.Of(eventsTable, tenantId);
        QueryTemplate template = await aep.Queries.Templates.GetOrCreateAsync(
            features.ToTemplate(WorkflowNames.FeatureTemplate, WorkflowNames.TrainingTable), cancellationToken);
        context.Results.Resources.Add(new CreatedResource("query template", WorkflowNames.FeatureTemplate, template.Id));
        await context.Console.TrackAsync($"featurization query, snapshots {from} to {to}", async progress =>
        {
            QueryOperation query = await aep.Queries.StartAsync(
                QueryDefinition.FromTemplate(template.Id) with
                {
                    Name = WorkflowNames.FeatureTemplate,
                    Parameters = new Dictionary<string, string> { [FeatureQuery.FromParameter] = from, [FeatureQuery.ToParameter] = to },
                },
                cancellationToken);
            return await query.WaitForCompletionAsync(progress, cancellationToken);
        });
    }
}
