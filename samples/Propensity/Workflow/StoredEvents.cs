using Aep.Sdk;
using Aep.Sdk.Datasets;

namespace Propensity.Workflow;

/// <summary>What an earlier run has left in the dataset of the events.</summary>
public static class StoredEvents
{
    /// <summary>Whether all events of this simulation are there.</summary>
    /// <param name="aep">The client.</param>
    /// <param name="context">The run.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="expected">How many events the simulation makes.</param>
    /// <param name="journal">The file that a run leaves which broke off while it sent.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="WorkflowException">The dataset holds events of another simulation.</exception>
    public static async Task<bool> AreCompleteAsync(
        AepClient aep, WorkflowContext context, Dataset dataset, long expected, string journal, CancellationToken cancellationToken)
    {
        long stored = await aep.Datasets.Batches.ListAsync(dataset.Id, BatchStatus.Success)
            .Select(batch => batch.Metrics?.OutputRecordCount ?? 0).SumAsync(cancellationToken);
        if (stored > 0 && stored != expected && !File.Exists(journal))
            throw new WorkflowException(
                $"The dataset {dataset.Name} ({dataset.Id}) holds {stored} events, "
                + $"but --users {context.Options.Users} --seed {context.Options.Seed} makes {expected}. "
                + "Use the --users and --seed of the first run, or delete the dataset, or use another sandbox (on the local platform: "
                + "another --out or --data folder).");
        return stored == expected;
    }
}
