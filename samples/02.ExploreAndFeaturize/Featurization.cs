using System.Globalization;
using Aep.Sdk;
using Aep.Sdk.Datasets;
using Aep.Sdk.Queries;
using Propensity.Report;
using Propensity.Simulation;
using Propensity.Workflow;

namespace Propensity.Steps;

/// <summary>The second half of step 2: one row of features a user, made by SQL in the background, as a dataset of its own.</summary>
public sealed class Featurization(AepClient aep, WorkflowContext context, Dataset events, string tenantId)
{
    // "HEAD" is before the first snapshot: everything.
    private const string Beginning = "HEAD";

    public async Task<FeaturizedData> RunAsync(CancellationToken cancellationToken)
    {
        // Each batch gives the table a new snapshot. The query reads what came after the last one that an earlier run has read.
        Snapshot snapshot = await aep.Queries.Snapshots.GetCurrentAsync(events.TableName, cancellationToken)
            ?? throw new WorkflowException(
                $"The table {events.TableName} has no snapshot yet. Run step 1, wait until its batches are there, and run step 2 again.");
        string current = snapshot.SnapshotId.ToString(CultureInfo.InvariantCulture);
        context.Console.Ask("What is known of each user? One row of features, by a query in the background");
        string from = ReadUpTo(await aep.Datasets.FindByNameAsync(WorkflowNames.TrainingTable, cancellationToken));
        if (from == current)
            context.Console.Say("  The training dataset is up to date.");
        else
            await FeaturizeAsync(from, current, cancellationToken);

        Dataset training = await aep.Datasets.FindByNameAsync(WorkflowNames.TrainingTable, cancellationToken)
            ?? throw new WorkflowException(
                $"The query has ended, but the catalog has no dataset {WorkflowNames.TrainingTable}. Wait a minute and run step 2 again.");
        context.Made("dataset", training.Name, training.Id);
        await context.RememberAsync(
            "Platform", cancellationToken, ("featurized_dataset_id", training.Id), ("featurized_snapshot_id", current));
        await CarryLabelsAsync(training, cancellationToken);
        return new FeaturizedData(training.Id, training.TableName, await CheckAsync(training, cancellationToken));
    }

    /// <summary>
    /// What is known of a user at an event: how often each thing happened so far, and how many minutes ago last. Of a subscriber the row
    /// at the form is kept, of the others a random one: the first by a hash of the event's id, so that the same events always give the
    /// same rows.
    /// </summary>
    private FeatureQuery Features() => FeatureQuery.From(events.TableName, $"_{tenantId}.userid")
        .Column("eventType").Column("timestamp")
        .Label("subscriptionOccurred", EventTypes.FormFilledOut)
        .Count("emailsReceived", EventTypes.EmailSent)
        .Count("emailsOpened", EventTypes.EmailOpened)
        .Count("emailsClicked", EventTypes.EmailClicked)
        .Count("productsViewed", EventTypes.ProductViews)
        .Count("propositionInteracts", EventTypes.PropositionInteract)
        .Count("propositionDismissed", EventTypes.PropositionDismiss)
        .Count("webLinkClicks", EventTypes.LinkClicks)
        .MinutesSince("minutes_since_emailSent", EventTypes.EmailSent)
        .MinutesSince("minutes_since_emailOpened", EventTypes.EmailOpened)
        .MinutesSince("minutes_since_emailClick", EventTypes.EmailClicked)
        .MinutesSince("minutes_since_productView", EventTypes.ProductViews)
        .MinutesSince("minutes_since_propositionInteract", EventTypes.PropositionInteract)
        .MinutesSince("minutes_since_propositionDismiss", EventTypes.PropositionDismiss)
        .MinutesSince("minutes_since_linkClick", EventTypes.LinkClicks)
        .OneRowAtTheLabel($"md5(_id)");

    /// <summary>
    /// The SQL is saved as a template, CREATE TABLE AS the first time and INSERT INTO afterwards, with the window of snapshots as
    /// parameters. It takes longer than a session may wait, so it runs in the background.
    /// </summary>
    private async Task FeaturizeAsync(string from, string to, CancellationToken cancellationToken)
    {
        QueryTemplate template = await aep.Queries.Templates.GetOrCreateAsync(
            Features().ToTemplate(WorkflowNames.FeatureTemplate, WorkflowNames.TrainingTable), cancellationToken);
        context.Made("template", WorkflowNames.FeatureTemplate, template.Id);
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

    /// <summary>
    /// The schema of a dataset that was derived by SQL has no labels. Those of its source go with it, or what must not be exported could be.
    /// </summary>
    private Task CarryLabelsAsync(Dataset training, CancellationToken cancellationToken) => aep.Datasets.Labels.PropagateAsync(
        events.Id, training.Id,
        new Dictionary<string, string>
        {
            [$"/_{tenantId}/userid"] = "/userId",
            ["/eventType"] = "/eventType",
            ["/timestamp"] = "/timestamp",
        },
        cancellationToken);

    /// <summary>A query that ends well may still have read too little. Is there one row a user, and are subscribers among them?</summary>
    private async Task<long> CheckAsync(Dataset training, CancellationToken cancellationToken)
    {
        SqlName table = Sql.Table(training.TableName);
        context.Console.Ask("What does a row of features look like?");
        context.Console.Table(await aep.Queries.QueryAsync<Preview>(
            $"""
            SELECT eventType, emailsReceived, emailsOpened, productsViewed, minutes_since_emailOpened, subscriptionOccurred
            FROM {table} ORDER BY userId LIMIT 5
            """,
            cancellationToken).ToListAsync(cancellationToken));

        context.Console.Ask("Is there one row a user?");
        Totals totals = await aep.Queries.QueryAsync<Totals>(
            $"SELECT COUNT(*) AS trainingRows, COUNT(DISTINCT userId) AS users, SUM(subscriptionOccurred) AS subscribers FROM {table}",
            cancellationToken).SingleAsync(cancellationToken);
        context.Console.Table([totals]);
        if (totals.TrainingRows != totals.Users)
            context.Console.Say("  NOTE Users with events in several windows of snapshots have a row in each.");
        if (context.Options.FeaturesFile is { } file)
            await aep.Queries.ExportToCsvAsync(
                $"SELECT * FROM {table}", OutputFile.InItsFolder(file), cancellationToken: cancellationToken);
        return totals.TrainingRows;
    }

    /// <summary>Up to which snapshot the training dataset was made. One that somebody else has made is not added to.</summary>
    private string ReadUpTo(Dataset? training)
    {
        if (training is null)
            return Beginning;
        if (training.Id != context.Config.Get("Platform", "featurized_dataset_id"))
            throw new WorkflowException(
                $"The dataset {training.Name} ({training.Id}) is there already, but {context.Config.Path} does not say up to which "
                + "snapshot. Delete the dataset, or use the configuration file of the run that made it.");
        return context.Config.Require(
            "Platform", "featurized_snapshot_id",
            "Step 2 writes it beside featurized_dataset_id: remove that key too, and the dataset, to start anew.");
    }

    private sealed record Preview(
        string EventType, long EmailsReceived, long EmailsOpened, long ProductsViewed, long? MinutesSinceEmailOpened,
        long SubscriptionOccurred);

    private sealed record Totals(long TrainingRows, long Users, long Subscribers);
}
