namespace Aep.Sdk.Datasets;

/// <summary>Looks everywhere for what depends on a dataset, and says where it could not look.</summary>
internal sealed class DatasetUseSearch(IReadOnlyList<IDatasetUses> places)
{
    public async Task<DatasetDependents> FindAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        List<DatasetUse> uses =
            dataset.IsEnabledForProfile ? [new DatasetUse(DatasetUseKind.Profile, dataset.Id, "Real-Time Customer Profile")] : [];
        var unseen = new List<string>();
        foreach (IDatasetUses place in places)
        {
            try
            {
                uses.AddRange(await place.FindAsync(dataset, cancellationToken).ConfigureAwait(false));
            }
            catch (AepRequestException refusal) when (refusal.Status is 403 or 501)
            {
                unseen.Add($"{place.Name}: {refusal.Message}");
            }
        }
        return new DatasetDependents(uses, unseen);
    }
}
