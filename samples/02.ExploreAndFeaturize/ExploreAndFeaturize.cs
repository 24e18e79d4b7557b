using Aep.Sdk;
using Aep.Sdk.Datasets;
using Propensity.Workflow;

namespace Propensity.Steps;

/// <summary>Step 2: look at the events by SQL, then make one row of features a user.</summary>
public static class ExploreAndFeaturize
{
    public const string Title = "Step 2: explore and featurize";

    public static async Task RunAsync(AepClient aep, WorkflowContext context, CancellationToken cancellationToken)
    {
        // Query Service shows every dataset as a table; the catalog knows its name.
        Dataset events = await context.DatasetOfAsync(
            aep, "Synthetic", "events_dataset", "step 1 (01.GenerateSyntheticData)", cancellationToken);
        string tenantId = await aep.Schemas.GetTenantIdAsync(cancellationToken);
        context.Console.Say($"  table        {events.TableName}");

        // Questions, each answered in a moment: Exploration.cs.
        context.Results.Explored = await new Exploration(aep, context.Console, events.TableName, tenantId).RunAsync(cancellationToken);

        // The features, by a query in the background: Featurization.cs.
        context.Results.Featurized = await new Featurization(aep, context, events, tenantId).RunAsync(cancellationToken);
    }
}
