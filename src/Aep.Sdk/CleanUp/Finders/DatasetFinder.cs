using Aep.Sdk.Datasets;
using Aep.Sdk.Profiles;

namespace Aep.Sdk.CleanUp;

/// <summary>Datasets, and what they have brought into the profile store, which does not go with them.</summary>
internal sealed class DatasetFinder(DatasetsClient datasets, ProfilesClient profiles)
{
    public async Task FindAsync(CleanUpSelection selection, CleanUpFindings found, CancellationToken cancellationToken)
    {
        List<Dataset> all = await datasets.ListAsync().ToListAsync(cancellationToken).ConfigureAwait(false);
        List<Dataset> named = [.. all.Where(dataset => selection.Includes(dataset.Name))];
        // Samples first: only by the dataset that they are of can they be found again.
        foreach (Dataset sample in all.Except(named))
        {
            if (named.FirstOrDefault(origin => IsSampleOf(sample, origin)) is { } origin) Add(sample, found, origin.Id);
        }

        foreach (Dataset dataset in named) Add(dataset, found);
    }

    private void Add(Dataset dataset, CleanUpFindings found, params IEnumerable<string> foundBy)
    {
        if (dataset.IsEnabledForProfile)
        {
            // The service works on it after it has accepted: that may take it a day, and nobody waits so long.
            found.Add(
                CleanUpStage.ProfileData, "profile data of dataset", dataset.Id, dataset.Name,
                token => profiles.Deletions.StartAsync(dataset.Id, token), dataset.Id);
        }

        found.Add(CleanUpStage.Datasets, "dataset", dataset.Id, dataset.Name, token => datasets.DeleteAsync(dataset.Id, token), foundBy);
    }

    // Query Service keeps the samples of a table (ANALYZE TABLE … TABLESAMPLE) as datasets that begin with the id of the table's own.
    private static bool IsSampleOf(Dataset dataset, Dataset origin) => dataset.Name.StartsWith($"x{origin.Id}_", StringComparison.Ordinal);
}
